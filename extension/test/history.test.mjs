import assert from "node:assert/strict";
import {test} from "node:test";
import {HostFault} from "../src/host.mjs";
import {History, listed, slices} from "../src/history.mjs";
import {FakeClock, fakeHost, only, settle} from "./fakes.mjs";

const NO_CARDS = Object.freeze({tell: async () => {}});

const ANNA = "Anna Berg <Anna@example.org>";
const SINCE = "2025-11-23T08:00:00Z";

/** @param {string} id @param {object} [fields] @returns {any} */
const header = (id, fields = {}) => ({
  id, headerMessageId: id, date: new Date(SINCE),
  author: "me@example.org", recipients: [ANNA], ccList: [], subject: "s",
  size: 10, junk: false, ...fields,
});

const FOLDERS = {list: async () => [
  {id: "inbox", accountId: "1", path: "/INBOX", specialUse: ["inbox"]},
  {id: "sent", accountId: "1", path: "/Sent", specialUse: ["sent"]},
]};

/**
 * @param {object} parts
 * @param {any[][]} parts.rounds the searches of each round
 * @param {(question: any) => any[]} [parts.query]
 * @param {string[]} [parts.known] ids the host has
 */
function setUp({rounds, query = () => [], known = []}) {
  const clock = new FakeClock();
  let news = 0;
  let round = 0;
  /** @type {any[]} */
  const queries = [];
  const host = fakeHost({
    "history-asked": () => ({searches: rounds[round++] ?? []}),
    "mails-listed": ({messageIds}) =>
      ({messageIds: messageIds.filter((/** @type {string} */ id) => !known.includes(id))}),
    "mail-observed": ({mails}) => ({recorded: mails.length, known: 0, unreadable: 0}),
    "history-read": () => ({recorded: 0, known: 0, unreadable: 0}),
  });
  const api = only({
    folders: {getFolderInfo: async () => ({totalMessageCount: 10})},
    messages: {
      query: async (/** @type {any} */ question) => {
        queries.push(question);
        return {id: null, messages: query(question)};
      },
      getRaw: async (/** @type {any} */ id) => `raw of ${id}`,
    },
  });
  const history = new History({host, cards: NO_CARDS, folders: FOLDERS, api, clock, onNews: () => news++});
  return {history, host, clock, queries, news: () => news};
}

/** @param {{asked: any[]}} host */
const types = host => host.asked.map(({type}) => type);

test("a look-up lists what is found, hands over what is unknown, closes the search and asks again", async () => {
  const search = {kind: "address", term: "anna@example.org", since: SINCE};
  const {history, host, queries, news, clock} = setUp({
    rounds: [[search]],
    query: ({author, folderId}) => (author && folderId === "inbox" ? [header("a"), header("b")] : []),
    known: ["b"],
  });
  assert.equal(history.want("draft 1", [ANNA]), true);
  await history.settled([ANNA], 1000);
  await clock.pass(0);
  assert.deepEqual(types(host), ["history-asked", "mails-listed", "mail-observed", "history-read", "history-asked"]);
  assert.deepEqual(host.asked[1].messageIds, ["a", "b"]);
  assert.deepEqual(host.asked[2].mails, [{raw: "raw of a"}]);
  assert.deepEqual(host.asked[3].searches, [search]);
  assert.equal(news(), 1);
  assert.deepEqual([...new Set(queries.map(({folderId}) => folderId))], ["inbox", "sent"]);
  assert.deepEqual(queries[0].fromDate, new Date(SINCE));
});

test("a search by subject asks for the subject only", async () => {
  const {history, queries} = setUp({rounds: [[{kind: "subject", term: "Portfolio", since: SINCE}]]});
  history.want("draft 1", [ANNA]);
  await history.settled([ANNA], 1000);
  await settle();
  assert.deepEqual(queries.map(({subject, author, recipients}) => [subject, author, recipients]),
    [["Portfolio", undefined, undefined], ["Portfolio", undefined, undefined]]);
});

test("there are three rounds at most", async () => {
  const search = [{kind: "address", term: "anna@example.org", since: SINCE}];
  const {history, host} = setUp({rounds: [search, search, search, search]});
  history.want("draft 1", [ANNA]);
  await history.settled([ANNA], 1000);
  await settle();
  assert.equal(types(host).filter(type => type === "history-asked").length, 3);
});

test("only the newest 500 of a search are read", async () => {
  const many = Array.from({length: 600}, (_, at) => header(`m${at}`, {date: new Date(at * 1000)}));
  const {history, host} = setUp({
    rounds: [[{kind: "subject", term: "s", since: SINCE}]],
    query: ({folderId}) => (folderId === "inbox" ? many : []),
  });
  history.want("draft 1", [ANNA]);
  await history.settled([ANNA], 1000);
  await settle();
  const ids = host.asked.filter(({type}) => type === "mails-listed").flatMap(({messageIds}) => messageIds);
  assert.equal(ids.length, 500);
  assert.ok(ids.includes("m599") && !ids.includes("m99"));
});

test("a bounce is looked for among the mail of mail systems, in the five days after the try", async () => {
  const {history, host, queries} = setUp({
    rounds: [[{kind: "bounce", term: "try@example.org", since: SINCE}]],
    query: ({folderId}) => (folderId === "inbox"
      ? [header("report", {author: "Mail Delivery System <MAILER-DAEMON@mx.example.net>"}), header("other")]
      : []),
  });
  history.want("draft 1", [ANNA]);
  await history.settled([ANNA], 1000);
  await settle();
  assert.deepEqual(host.asked[1].messageIds, ["report"]);
  assert.deepEqual(queries[0].toDate, new Date("2025-11-28T08:00:00Z"));
});

test("mails marked as junk are not read", async () => {
  const {history, host} = setUp({
    rounds: [[{kind: "address", term: "anna@example.org", since: SINCE}]],
    query: () => [header("spam", {junk: true})],
  });
  history.want("draft 1", [ANNA]);
  await history.settled([ANNA], 1000);
  await settle();
  assert.equal(types(host).includes("mails-listed"), false);
});

test("an address is looked up once, however many drafts want it and however it is written", async () => {
  const {history, host} = setUp({rounds: [[]]});
  history.want("draft 1", [ANNA]);
  history.want("draft 2", ["anna@EXAMPLE.org"]);
  await history.settled([ANNA], 1000);
  await settle();
  assert.equal(host.asked.length, 1);
  assert.equal(history.want("draft 3", [ANNA]), false);
});

test("after a while the address may be looked up again", async () => {
  const {history, clock} = setUp({rounds: [[], []]});
  history.want("draft 1", [ANNA]);
  await history.settled([ANNA], 1000);
  await clock.pass(5 * 60_000);
  assert.equal(history.want("draft 1", [ANNA]), true);
});

test("a look-up nobody wants any more stops, and its search is not closed", async () => {
  const {history, host} = setUp({
    rounds: [[{kind: "address", term: "anna@example.org", since: SINCE}]],
    query: () => {
      history.release("draft 1");
      return [header("a")];
    },
  });
  history.want("draft 1", [ANNA]);
  await settle();
  assert.deepEqual(types(host), ["history-asked"]);
});

test("a failed look-up is no error and is tried again a little later", async () => {
  const clock = new FakeClock();
  const host = fakeHost({"history-asked": () => Promise.reject(new HostFault("gone"))});
  const onNews = () => assert.fail("there was nothing new");
  const history = new History({host, cards: NO_CARDS, folders: FOLDERS, api: only({}), clock, onNews});
  history.want("draft 1", [ANNA]);
  await clock.pass(0);
  assert.equal(history.want("draft 1", [ANNA]), false);
  await clock.pass(5_000);
  assert.equal(history.want("draft 1", [ANNA]), true);
});

test("waiting for a look-up ends in time", async () => {
  const clock = new FakeClock();
  const host = fakeHost({"history-asked": () => new Promise(() => {})});
  const history = new History({host, cards: NO_CARDS, folders: FOLDERS, api: only({}), clock, onNews() {}});
  history.want("draft 1", [ANNA]);
  let settled = false;
  history.settled([ANNA], 1200).then(() => {
    settled = true;
  });
  await clock.pass(1_199);
  assert.equal(settled, false);
  await clock.pass(1);
  assert.equal(settled, true);
});

test("a full folder is searched in slices of time, the newest first, without a gap", () => {
  assert.deepEqual(slices(0, 600, 3_000), [{fromDate: new Date(0)}]);
  assert.deepEqual(slices(0, 600, 9_000), [
    {fromDate: new Date(400)},
    {fromDate: new Date(200), toDate: new Date(400)},
    {fromDate: new Date(0), toDate: new Date(200)},
  ]);
});

test("a search that begins in the future is one slice at least", () => {
  assert.equal(slices(700, 600, 0).length, 1);
});

test("all pages of a list are read", async () => {
  const api = only({messages: {
    query: async () => ({id: "list", messages: [1]}),
    continueList: async () => ({id: null, messages: [2]}),
  }});
  assert.deepEqual(await listed(api, {}), [1, 2]);
});

test("what is to be forgotten is not read on: look-ups end, and nothing is told after them", async () => {
  const search = {kind: "address", term: "anna@example.org", since: SINCE};
  /** @type {any} */
  let deliver = null;
  const {history, host} = setUp({rounds: [[search]], query: () => [header("a")]});
  const {request} = host;
  host.request = async event => {
    if (event.type === "mails-listed") {
      await new Promise(resolve => {
        deliver = resolve;
      });
    }
    return request(event);
  };
  history.want("draft 1", [ANNA]);
  await settle();
  let stopped = false;
  const stopping = history.stop().then(() => {
    stopped = true;
  });
  await settle();
  assert.equal(stopped, false);
  deliver();
  await stopping;
  assert.deepEqual(types(host), ["history-asked", "mails-listed"]);
});
