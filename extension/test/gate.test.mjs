import assert from "node:assert/strict";
import {test} from "node:test";
import {Gate} from "../src/gate.mjs";
import {HostFault, HostProblem} from "../src/host.mjs";
import {FakeClock, annotation, fakeHost, only} from "./fakes.mjs";

const TAB = {id: 3, windowId: 9};
/** @type {any} */
const DETAILS = {
  type: "new", from: "me@example.org", to: ["Anna <anna@example.org>"], subject: "s", plainTextBody: "t",
};
const HOLD = annotation({
  person: "anna@example.org",
  hold: {title: "?", text: "", passage: "", passageText: "", tries: [], choices: [], gutCheck: null, call: null},
});

/** @param {any} outcome @returns {any} */
const chose = outcome => async () => ({outcome, fix: null});

/**
 * @param {object} parts
 * @param {any} [parts.answer] to send-requested
 * @param {any} [parts.outcome] of the hold
 * @param {any} [parts.fix] carries out the fix of the hold
 * @param {any} [parts.settled] of the history
 * @param {object} [parts.api]
 */
function setUp({answer, outcome, fix, settled = async () => {}, api = {}}) {
  const clock = new FakeClock();
  /** @type {any[]} */
  const stated = [];
  /** @type {string[]} */
  const order = [];
  const host = fakeHost({"send-requested": async () => {
    order.push("asked");
    return answer();
  }});
  const gate = new Gate({
    host,
    history: {settled: async (people, ms) => {
      order.push("history");
      return settled(people, ms);
    }},
    attachments: {mails: async () => ["first@example.org"]},
    holds: {ask: outcome ?? (async () => assert.fail("no hold was set up"))},
    fixes: {apply: fix ?? (async () => assert.fail("no fix was set up"))},
    silenced: {of: async () => ["too-long"]},
    statements: {state: async one => void stated.push(one)},
    api: only(api),
    clock,
  });
  return {gate, clock, stated, host, order};
}

test("a mail without a hold goes out", async () => {
  const {gate, host} = setUp({answer: () => annotation()});
  assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {});
  assert.equal(host.asked[0].draft.to[0], "Anna <anna@example.org>");
  assert.deepEqual(host.asked[0].draft.silenced, ["too-long"]);
  assert.deepEqual(host.asked[0].draft.attached, ["first@example.org"]);
});

/** @type {Record<string, () => any>} */
const faults = {
  "is missing": () => Promise.reject(new HostFault("missing")),
  "refuses": () => Promise.reject(new HostProblem({code: 8, text: "locked", retryable: true})),
  "is defective": () => Promise.reject(new TypeError("undefined is not a function")),
  "answers nonsense": () => undefined,
};

for (const [what, answer] of Object.entries(faults)) {
  test(`the mail goes out when the host ${what}`, async () => {
    const {gate} = setUp({answer});
    assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {});
  });
}

test("the mail goes out two seconds after Send when the host is silent", async () => {
  const {gate, clock} = setUp({answer: () => new Promise(() => {})});
  const decided = gate.beforeSend(TAB, DETAILS);
  await clock.pass(1_999);
  assert.equal(await Promise.race([decided, "pending"]), "pending");
  await clock.pass(1);
  assert.deepEqual(await decided, {});
});

test("the mail goes out when the related mail cannot be looked up in time", async () => {
  const {gate, clock} = setUp({answer: () => annotation(), api: {messages: {get: () => new Promise(() => {})}}});
  const decided = gate.beforeSend(TAB, {...DETAILS, type: "reply", relatedMessageId: 5});
  await clock.pass(2_000);
  assert.deepEqual(await decided, {});
});

test("a look-up of the recipients that is under way is waited for, within the two seconds", async () => {
  /** @type {any} */
  let waited = null;
  const settled = async (/** @type {any} */ people, /** @type {any} */ ms) => {
    waited = {people, ms};
  };
  const {gate, order} = setUp({answer: () => annotation(), settled});
  await gate.beforeSend(TAB, DETAILS);
  assert.deepEqual(order, ["history", "asked"]);
  assert.deepEqual(waited.people, ["Anna <anna@example.org>"]);
  assert.ok(waited.ms < 2_000);
});

test("the mail goes out when the hold window cannot be opened", async () => {
  const {gate} = setUp({answer: () => HOLD, outcome: async () => Promise.reject(new Error("no window"))});
  assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {});
});

test("send anyway sends, and the host is told", async () => {
  const {gate, stated} = setUp({answer: () => HOLD, outcome: chose("send-anyway")});
  assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {});
  assert.deepEqual(stated, [
    {person: "anna@example.org", references: [], claim: {kind: "decided", outcome: "send-anyway"}},
  ]);
});

test("keep writing keeps the mail back and brings the draft to the front", async () => {
  /** @type {any[]} */
  const updates = [];
  const api = {windows: {update: async (/** @type {any[]} */ ...given) => void updates.push(given)}};
  const {gate, clock, stated} = setUp({answer: () => HOLD, outcome: chose("keep-writing"), api});
  assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {cancel: true});
  await clock.pass(1_000);
  assert.deepEqual(updates, [[9, {focused: true}]]);
  assert.equal(stated[0].claim.outcome, "keep-writing");
});

test("keep writing with a fix does it to the draft once the window is unlocked", async () => {
  /** @type {any[]} */
  const done = [];
  const fix = {id: "send-on", label: "Keep it", day: "2026-12-01"};
  const {gate, clock} = setUp({
    answer: () => HOLD,
    outcome: async () => ({outcome: "keep-writing", fix}),
    fix: async (/** @type {any[]} */ ...given) => done.push(given),
  });
  assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {cancel: true});
  assert.deepEqual(done, []);
  await clock.pass(1_000);
  assert.deepEqual(done, [[3, fix]]);
});

test("a fix of the hold that cannot be done brings the draft to the front", async () => {
  /** @type {any[]} */
  const updates = [];
  const api = {windows: {update: async (/** @type {any[]} */ ...given) => void updates.push(given)}};
  const fix = {id: "send-on", label: "Keep it", day: "2026-12-01"};
  const {gate, clock} = setUp({
    answer: () => HOLD, outcome: async () => ({outcome: "keep-writing", fix}), fix: async () => false, api,
  });
  await gate.beforeSend(TAB, DETAILS);
  await clock.pass(1_000);
  assert.deepEqual(updates, [[9, {focused: true}]]);
});

test("let go keeps the mail back, saves the draft after the handler has settled, and closes the window", async () => {
  /** @type {any[]} */
  const done = [];
  const api = {
    compose: {saveMessage: async (/** @type {any[]} */ ...given) => void done.push(["save", ...given])},
    tabs: {remove: async (/** @type {any} */ id) => void done.push(["remove", id])},
  };
  const {gate, clock, stated} = setUp({answer: () => HOLD, outcome: chose("let-go"), api});
  assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {cancel: true});
  assert.deepEqual(done, []);
  await clock.pass(1_000);
  assert.deepEqual(done, [["save", 3, {mode: "draft"}], ["remove", 3]]);
  assert.equal(stated[0].claim.outcome, "let-go");
});

test("a draft that cannot be saved stays open", async () => {
  /** @type {any[]} */
  const updates = [];
  const api = {
    compose: {saveMessage: async () => Promise.reject(new Error("disk full"))},
    windows: {update: async (/** @type {any[]} */ ...given) => void updates.push(given)},
  };
  const {gate, clock} = setUp({answer: () => HOLD, outcome: chose("let-go"), api});
  assert.deepEqual(await gate.beforeSend(TAB, DETAILS), {cancel: true});
  await clock.pass(1_000);
  assert.deepEqual(updates, [[9, {focused: true}]]);
});

test("a choice that cannot be written down does not hold up the mail", async () => {
  const clock = new FakeClock();
  const gate = new Gate({
    host: fakeHost({"send-requested": () => HOLD}),
    history: {settled: async () => {}},
    attachments: {mails: async () => []},
    holds: {ask: chose("send-anyway")},
    fixes: {apply: async () => assert.fail("no fix was chosen")},
    silenced: {of: async () => []},
    statements: {state: () => new Promise(() => {})},
    api: only({}),
    clock,
  });
  const decided = gate.beforeSend(TAB, DETAILS);
  await clock.pass(500);
  assert.deepEqual(await decided, {});
});
