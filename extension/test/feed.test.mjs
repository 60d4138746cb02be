import assert from "node:assert/strict";
import {test} from "node:test";
import {Feed, holdsSentMail} from "../src/feed.mjs";
import {HostFault} from "../src/host.mjs";
import {FakeClock, fakeHost, fakeStorage, only, settle} from "./fakes.mjs";

const INBOX = {id: "inbox", accountId: "1", path: "/INBOX", specialUse: ["inbox"]};
const SENT = {id: "sent", accountId: "1", path: "/Sent", specialUse: ["sent"]};

/** @type {any} */
const DETAILS = {type: "new", from: "me@example.org", to: ["a@example.org"], subject: "s", plainTextBody: "t"};

const RECORDED = {"mail-observed": () => ({recorded: 1, known: 0, unreadable: 0})};

/**
 * @param {object} parts
 * @param {object} [parts.api]
 * @param {any} [parts.answers]
 * @param {string} [parts.off] an account
 */
function setUp({api = {}, answers = {}, off = ""} = {}) {
  const clock = new FakeClock();
  const storage = fakeStorage();
  /** @type {any[]} */
  const observed = [];
  let news = 0;
  const host = fakeHost(answers);
  const feed = new Feed({
    host,
    history: {observe: async headers => {
      observed.push(...headers);
      return headers.length;
    }},
    folders: {isOn: async accountId => accountId !== off},
    api: only(api),
    storage: /** @type {any} */ (storage),
    clock,
    onNews: () => news++,
  });
  return {feed, clock, storage, observed, host, news: () => news};
}

/** @param {string} id @returns {any} */
const header = id => ({id, headerMessageId: id});

test("new mail is told page by page, junk is not", async () => {
  const continueList = async () => ({id: null, messages: [header("b"), {...header("c"), junk: true}]});
  const {feed, observed, news} = setUp({api: {messages: {continueList}}});
  await feed.received(INBOX, {id: "list", messages: [header("a")]});
  assert.deepEqual(observed.map(({id}) => id), ["a", "b"]);
  assert.equal(news(), 1);
});

test("new mail in the junk folder is left out", async () => {
  const {feed, observed} = setUp();
  await feed.received({...INBOX, specialUse: ["junk"]}, {messages: [header("a")]});
  assert.deepEqual(observed, []);
});

test("a sent mail is told from its copy, once", async () => {
  const api = {messages: {getRaw: async (/** @type {string} */ id) => `raw of ${id}`}};
  const {feed, host} = setUp({api, answers: RECORDED});
  await feed.sent(null, {mode: "sendNow", messages: [header("a"), header("b")]});
  assert.deepEqual(host.asked.map(({mails}) => mails), [[{raw: "raw of a"}]]);
});

test("a sent mail whose copy cannot be read keeps its thread, from its details", async () => {
  const api = {messages: {
    getRaw: async () => Promise.reject(new Error("offline")),
    get: async () => ({headerMessageId: "first@x", folder: {specialUse: ["sent"]}}),
  }};
  const {feed, host} = setUp({api, answers: RECORDED});
  const details = {...DETAILS, type: "reply", relatedMessageId: 5};
  await feed.sent(null, {mode: "sendNow", headerMessageId: "x@y", messages: [header("a")], details});
  assert.match(host.asked[0].mails[0].raw, /\r\nReferences: <first@x>\r\n/);
});

test("a sent mail without a copy is told from its details", async () => {
  const {feed, host, news} = setUp({answers: RECORDED});
  await feed.sent(null, {mode: "sendNow", headerMessageId: "x@y", messages: [], details: DETAILS});
  assert.match(host.asked[0].mails[0].raw, /^Message-ID: <x@y>\r\n[^]*To: a@example.org\r\n/);
  assert.equal(news(), 1);
});

test("a queued mail and a failed one do not count", async () => {
  const {feed, observed} = setUp();
  await feed.sent(null, {mode: "sendLater", messages: [header("a")]});
  await feed.sent(null, {mode: "sendNow", error: "refused", messages: [header("a")]});
  assert.deepEqual(observed, []);
});

test("a burst of changes in Sent is one look at what is unknown there", async () => {
  let looks = 0;
  const api = {messages: {query: async () => {
    looks++;
    return {id: null, messages: [header("a"), header("b")]};
  }}};
  const {feed, clock, observed} = setUp({api, answers: {"mails-listed": () => ({messageIds: ["b"]})}});
  feed.folderChanged(SENT, {totalMessageCount: 4});
  await clock.pass(1_000);
  feed.folderChanged(SENT, {totalMessageCount: 5});
  await clock.pass(1_500);
  assert.equal(looks, 1);
  assert.deepEqual(observed.map(({id}) => id), ["b"]);
});

test("a change of unread counts, or of another folder, is no reason to look", () => {
  const {feed, clock} = setUp();
  feed.folderChanged(SENT, {});
  feed.folderChanged(INBOX, {totalMessageCount: 4});
  assert.equal(clock.pending, 0);
});

test("the scan at start-up goes back to the last one, with room for late copies", async () => {
  /** @type {any[]} */
  const questions = [];
  const api = {
    folders: {query: async () => [INBOX, SENT]},
    messages: {query: async (/** @type {any} */ question) => {
      questions.push(question);
      return {id: null, messages: []};
    }},
  };
  const {feed, clock, storage} = setUp({api});
  await clock.pass(30 * 24 * 3_600_000);
  storage.kept.scannedAt = 20 * 24 * 3_600_000;
  await feed.scan();
  assert.deepEqual(questions, [{folderId: "sent", fromDate: new Date(17 * 24 * 3_600_000)}]);
  assert.equal(storage.kept.scannedAt, 30 * 24 * 3_600_000);
});

test("a scan that was done a moment ago is not done again", async () => {
  const {feed, clock, storage} = setUp();
  await clock.pass(1_000_000);
  storage.kept.scannedAt = 500_000;
  await feed.scan();
  assert.equal(storage.kept.scannedAt, 500_000);
});

test("of a flood of new mail the newest are told", async () => {
  const {feed, observed} = setUp();
  const flood = Array.from({length: 600}, (_, at) => ({...header(`m${at}`), date: new Date(at)}));
  await feed.received(INBOX, {messages: flood});
  assert.equal(observed.length, 500);
  assert.equal(observed[0].id, "m599");
});

test("a scan that fails is done again the next time", async () => {
  const api = {
    folders: {query: async () => [SENT]},
    messages: {query: async () => ({id: null, messages: [header("a")]})},
  };
  const {feed, storage} = setUp({api, answers: {"mails-listed": () => Promise.reject(new HostFault("missing"))}});
  await feed.scan();
  await settle();
  assert.equal(storage.kept.scannedAt, undefined);
});

test("mail of an account that is switched off is neither read nor counted", async () => {
  const {feed, clock, observed, host} = setUp({off: "1", api: {
    identities: {get: async () => ({accountId: "1"})},
    folders: {query: async () => [SENT]},
  }});
  await feed.received(INBOX, {messages: [header("a")]});
  await feed.sent(null, {mode: "sendNow", messages: [{...header("b"), folder: SENT}]});
  await feed.sent(null, {mode: "sendNow", headerMessageId: "c@d", details: {...DETAILS, identityId: "id1"}});
  feed.folderChanged(SENT, {totalMessageCount: 4});
  await clock.pass(1_500);
  await feed.scan();
  assert.deepEqual([observed, host.asked], [[], []]);
});

test("Sent is known by its mark, or by its name where there is none", () => {
  assert.equal(holdsSentMail(SENT), true);
  assert.equal(holdsSentMail({accountId: "1", path: "/x", name: "Gesendete Elemente"}), true);
  assert.equal(holdsSentMail(INBOX), false);
  assert.equal(holdsSentMail({...SENT, isUnified: true}), false);
});

test("what was sent before something was forgotten is not brought back", async () => {
  /** @type {any[]} */
  const questions = [];
  const api = {
    folders: {query: async () => [SENT]},
    messages: {query: async (/** @type {any} */ question) => {
      questions.push(question.fromDate.getTime());
      return {id: null, messages: []};
    }},
  };
  const {feed, clock, storage} = setUp({api});
  await clock.pass(30 * 24 * 3_600_000);
  storage.kept.readFrom = 29 * 24 * 3_600_000;
  await feed.scan();
  feed.folderChanged(SENT, {totalMessageCount: 4});
  await clock.pass(1_500);
  assert.deepEqual(questions, [storage.kept.readFrom, storage.kept.readFrom]);
});
