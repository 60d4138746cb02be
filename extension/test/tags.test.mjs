import assert from "node:assert/strict";
import {test} from "node:test";
import {HostFault} from "../src/host.mjs";
import {UNSET} from "../src/settings.mjs";
import {Tagging} from "../src/tagging.mjs";
import {Tags, changesOf} from "../src/tags.mjs";
import {FakeClock, fakeHost, fakeStorage, only} from "./fakes.mjs";

const SENT = {id: "sent", accountId: "account1", specialUse: ["sent"]};
const ARCHIVE = {id: "archive", accountId: "account1", specialUse: ["archives"]};

/**
 * A Thunderbird with a few mails, all from me.
 *
 * @param {Record<string, {folder: string, tags: string[]}>} mails by Message-ID
 * @param {{wanted?: () => any, set?: {tags?: boolean}, allowed?: boolean}} [parts]
 */
function setUp(mails, {wanted = () => [], set = {tags: true}, allowed = true} = {}) {
  const clock = new FakeClock();
  const ids = Object.keys(mails);
  /** @type {{key: string, tag: string}[]} */
  const defined = [{key: "$label1", tag: "Important"}];
  const permissions = {allowed};
  /** @type {string[]} */
  const updates = [];
  const header = (/** @type {number} */ id) => ({id, headerMessageId: ids[id], tags: mails[ids[id]].tags});
  const api = only({
    permissions: {contains: async () => permissions.allowed, remove: async () => void (permissions.allowed = false)},
    messages: {
      query: async (/** @type {any} */ {headerMessageId, folderId, tags}) => ({id: null, messages: [...ids.keys()]
        .filter(id => !headerMessageId || ids[id] === headerMessageId)
        .filter(id => !folderId || mails[ids[id]].folder === folderId)
        .filter(id => !tags || header(id).tags.some(key => tags.tags[key]))
        .map(header)}),
      get: async (/** @type {number} */ id) => header(id),
      update: async (/** @type {number} */ id, /** @type {any} */ {tags}) => {
        updates.push(ids[id]);
        mails[ids[id]].tags = tags;
      },
      tags: {
        list: async () => structuredClone(defined),
        create: async (/** @type {string} */ key, /** @type {string} */ tag) => void defined.push({key, tag}),
        update: async (/** @type {string} */ key, /** @type {any} */ {tag}) =>
          void Object.assign(/** @type {any} */ (defined.find(one => one.key === key)), {tag}),
        delete: async (/** @type {string} */ key) =>
          void defined.splice(defined.findIndex(one => one.key === key), 1),
      },
    },
  });
  const storage = fakeStorage();
  const settings = {current: async () => ({...UNSET, ...set})};
  const marks = () => ({marks: wanted(), next: null, behind: 0});
  const host = fakeHost({"marks-asked": marks});
  const folders = {list: async () => [SENT, ARCHIVE]};
  const text = (/** @type {string} */ key, /** @type {string[]} */ ...values) => [key, ...values].join(" ");
  const tagging = new Tagging({api, folders, clock, text});
  const tags = new Tags({host, tagging, settings, storage: /** @type {any} */ (storage), clock});
  const sync = async () => {
    tags.changed();
    await clock.pass(20_000);
  };
  return {tags, sync, mails, defined, updates, storage, set, permissions, host, clock, tagging};
}

/** @param {string} messageId @param {string} mark */
const marked = (messageId, mark) => ({messageId, mark});

test("what has to change is what differs, marks taken away first", () => {
  assert.deepEqual(changesOf({a: "try-1", b: "try-2", c: "let-go"}, new Map([["a", "try-1"], ["c", "try-1"],
    ["d", "last-try"]])), [{messageId: "b", mark: null}, {messageId: "c", mark: "try-1"},
    {messageId: "d", mark: "last-try"}]);
});

test("my newest try carries its mark beside the tags it has, wherever it lies", async () => {
  const {sync, mails, defined} = setUp({a: {folder: "sent", tags: ["$label1"]}, b: {folder: "archive", tags: []}},
    {wanted: () => [marked("a", "try-2"), marked("b", "let-go")]});
  await sync();
  assert.deepEqual(mails.a.tags, ["$label1", "tact-try-2"]);
  assert.deepEqual(mails.b.tags, ["tact-let-go"]);
  assert.deepEqual(defined.slice(1), [{key: "tact-try-2", tag: "tag_try 2"}, {key: "tact-let-go", tag: "tag_letGo"}]);
});

test("a new try takes the tag over, an answer takes it away, what stays is not touched", async () => {
  let wanted = [marked("a", "try-1"), marked("c", "try-1")];
  const {sync, mails, updates, storage} = setUp({a: {folder: "sent", tags: []}, b: {folder: "sent", tags: []},
    c: {folder: "sent", tags: []}}, {wanted: () => wanted});
  await sync();
  wanted = [marked("b", "try-2"), marked("c", "try-1")];
  updates.length = 0;
  await sync();
  assert.deepEqual([mails.a.tags, mails.b.tags, mails.c.tags], [[], ["tact-try-2"], ["tact-try-1"]]);
  assert.deepEqual(updates, ["a", "b"]);
  wanted = [];
  await sync();
  assert.deepEqual([mails.b.tags, mails.c.tags], [[], []]);
  assert.deepEqual(storage.kept.tags, {});
});

test("switched off they go from all mails, those of an earlier life too, and from Thunderbird", async () => {
  const {sync, mails, defined, storage, set, permissions} = setUp({a: {folder: "sent", tags: ["$label1"]},
    z: {folder: "trash", tags: []}}, {wanted: () => [marked("a", "try-1")]});
  await sync();
  mails.z.tags = ["tact-try-1"];
  set.tags = false;
  await sync();
  assert.deepEqual([mails.a.tags, mails.z.tags], [["$label1"], []]);
  assert.deepEqual(defined, [{key: "$label1", tag: "Important"}]);
  assert.equal(storage.kept.tags, undefined);
  assert.equal(permissions.allowed, false);
});

test("what was interrupted goes on where it was", async () => {
  const names = Array.from({length: 60}, (_, index) => `m${index}`);
  const mails = Object.fromEntries(names.map(name => [name, {folder: "sent", tags: /** @type {string[]} */ ([])}]));
  const {tags, sync, updates, set, clock, storage} = setUp(mails,
    {wanted: () => names.map(name => marked(name, "try-1"))});
  tags.changed();
  await clock.pass(3_000);
  set.tags = false;
  await clock.pass(10_000);
  assert.equal(updates.length, 25);
  assert.equal(Object.keys(storage.kept.tags).length, 25);
  set.tags = true;
  await sync();
  assert.equal(updates.length, 60);
});

test("never switched on, nothing is asked and nothing is touched", async () => {
  const {sync, host, storage} = setUp({a: {folder: "sent", tags: []}}, {set: {}});
  await sync();
  assert.deepEqual(host.asked, []);
  assert.deepEqual(storage.kept, {});
});

test("without Thunderbird's leave nothing is done", async () => {
  const {sync, host} = setUp({a: {folder: "sent", tags: []}}, {allowed: false});
  await sync();
  assert.deepEqual(host.asked, []);
});

test("a host that is away takes no tag away", async () => {
  let away = false;
  const {sync, mails} = setUp({a: {folder: "sent", tags: []}}, {wanted: () => {
    if (away) {
      throw new HostFault("gone");
    }
    return [marked("a", "try-1")];
  }});
  await sync();
  away = true;
  await sync();
  assert.deepEqual(mails.a.tags, ["tact-try-1"]);
});

test("nothing is changed before the host knows all threads", async () => {
  const {tags, mails, host, clock} = setUp({a: {folder: "sent", tags: []}});
  let behind = 2;
  host.request = async () => ({marks: behind > 1 ? [] : [marked("a", "try-1")], next: null, behind: behind--});
  tags.changed();
  await clock.pass(4_500);
  assert.deepEqual(mails.a.tags, []);
  behind = 0;
  await clock.pass(10_000);
  assert.deepEqual(mails.a.tags, ["tact-try-1"]);
});

test("a name that somebody else's tag has gets an addition; another language renames", async () => {
  const {tagging, defined} = setUp({});
  defined.push({key: "x", tag: "tag_lastTry"}, {key: "tact-try-1", tag: "Versuch 1"});
  await tagging.define(["last-try", "try-1"]);
  assert.deepEqual(defined.slice(1), [{key: "x", tag: "tag_lastTry"}, {key: "tact-try-1", tag: "tag_try 1"},
    {key: "tact-last-try", tag: "tag_lastTry (Tact)"}]);
});
