import assert from "node:assert/strict";
import {test} from "node:test";
import {HostFault} from "../src/host.mjs";
import {Records} from "../src/records.mjs";
import {FakeClock, fakeHost, fakeStorage} from "./fakes.mjs";

const FORGOTTEN = {mails: 3, statements: 1, text: "3 mails forgotten"};

/** @param {Record<string, (event: any) => any>} answers */
function setUp(answers) {
  const storage = fakeStorage();
  const get = async (/** @type {any} */ key) => key === null ? {...storage.kept} : {[key]: storage.kept[key]};
  const remove = async (/** @type {string[]} */ keys) => keys.forEach(key => delete storage.kept[key]);
  /** @type {any[]} */
  const said = [];
  let greeted = 0;
  let changed = 0;
  const host = Object.assign(fakeHost(answers), {greetAgain: async () => void (greeted += 1)});
  const statements = {say: async (/** @type {any} */ statement) => {
    said.push(statement);
    return {noted: {text: "noted", undo: null}, kept: false};
  }};
  const history = {stop: async () => void host.asked.push("stopped")};
  const records = new Records({host, statements, history, storage: /** @type {any} */ ({...storage, get, remove}),
    clock: {...new FakeClock(), now: () => 7}, onChanged: () => void (changed += 1)});
  return {records, storage, said, host, greeted: () => greeted, changed: () => changed};
}

test("who is forgotten is forgotten by the host, and what is open looks anew", async () => {
  const {records, host, changed, storage} = setUp({"forget-asked": () => FORGOTTEN});
  assert.deepEqual(await records.forget("anna@example.org"), {answer: FORGOTTEN, fault: null});
  assert.deepEqual(host.asked, ["stopped", {type: "forget-asked", person: "anna@example.org"}]);
  assert.equal(changed(), 1);
  assert.deepEqual(storage.kept, {readFrom: 7});
});

test("erasing leaves settings, tags and import, says hello again, and brings nothing back by itself", async () => {
  const {records, storage, greeted} = setUp({"erase-asked": () => FORGOTTEN});
  Object.assign(storage.kept, {settings: {budget: 2}, tags: {}, import: {}, statements: [1], reminders: [1],
    remindedOn: "2026-11-24", scannedAt: -5});
  await records.erase();
  assert.deepEqual(storage.kept, {settings: {budget: 2}, tags: {}, import: {}, readFrom: 7});
  assert.equal(greeted(), 1);
});

test("when the host is away nothing is erased, and it is said why", async () => {
  const {records, storage} = setUp({"erase-asked": () => Promise.reject(new HostFault("missing"))});
  storage.kept.statements = [1];
  assert.deepEqual(await records.erase(), {answer: null, fault: {name: "missing", detail: null}});
  assert.deepEqual(storage.kept, {statements: [1]});
});

test("an import is looked at anew when its last part is in", async () => {
  const receipt = {recorded: 1, known: 0, unreadable: 0};
  const {records, changed} = setUp({"records-imported": () => receipt});
  assert.deepEqual((await records.add([{kind: "mail"}], false)).answer, receipt);
  assert.equal(changed(), 0);
  await records.add([{kind: "mail"}], true);
  assert.equal(changed(), 1);
});

test("unmuting takes the word back, and undoing that says it again", async () => {
  const {records, said} = setUp({});
  const muted = {person: "anna@example.org", scope: /** @type {const} */ ("thread"), references: ["a@b"], subject: "s",
    since: "2026-11-01T08:00:00Z"};
  await records.mute(muted, false);
  await records.mute(muted, true);
  assert.deepEqual(said.map(({claim}) => claim),
    [{kind: "taken-back", what: "muted"}, {kind: "muted", scope: "thread"}]);
  assert.deepEqual(said[0].references, ["a@b"]);
});
