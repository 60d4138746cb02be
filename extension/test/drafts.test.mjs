import assert from "node:assert/strict";
import {test} from "node:test";
import {Drafts} from "../src/drafts.mjs";
import {HostFault} from "../src/host.mjs";
import {UNSET} from "../src/settings.mjs";
import {FakeClock, annotation, fakeHost, only, settle} from "./fakes.mjs";

/** @param {string} key @param {string[]} substitutions */
const text = (key, ...substitutions) => [key, ...substitutions].join(" ");

/**
 * @param {object} [parts]
 * @param {(event: any) => any} [parts.answer]
 * @param {() => boolean} [parts.want] whether a look-up is under way
 * @param {() => Promise<void>} [parts.settled]
 * @param {boolean} [parts.hasLens] whether the lens is switched on
 */
function setUp({answer = () => annotation(), want = () => false, settled = async () => {}, hasLens = true} = {}) {
  const clock = new FakeClock();
  /** @type {any} */
  const details = {type: "new", from: "me@example.org", to: ["a@example.org"], subject: "s", plainTextBody: "one"};
  /** @type {any[]} */
  const painted = [];
  /** @type {any[]} */
  const told = [];
  const note = (/** @type {string} */ name) => async (/** @type {any} */ given) => void painted.push({name, ...given});
  const api = only({
    compose: {getComposeDetails: async () => ({...details}), getActiveDictionaries: async () => ({"en-US": true})},
    composeAction: {setBadgeBackgroundColor: note("color"), setBadgeTextColor: note("ink"), setBadgeText: note("badge"),
      setLabel: note("label"), setTitle: note("title")},
    tabs: {sendMessage: async (/** @type {number} */ _tab, /** @type {any} */ message) => void told.push(message)},
    runtime: {sendMessage: async () => Promise.reject(new Error("Receiving end does not exist"))},
  });
  const host = Object.assign(fakeHost({"draft-changed": answer}), {fault: /** @type {any} */ (null)});
  /** @type {string[]} */
  const released = [];
  const history = {want, settled, release: (/** @type {string} */ owner) => void released.push(owner)};
  /** @type {string[]} */
  const attached = [];
  const attachments = {
    mails: async () => [...attached],
    closed: (/** @type {number} */ tabId) => void released.push(`attachments ${tabId}`),
  };
  const silenced = {of: async (/** @type {number} */ tabId) => (tabId === 3 ? ["too-long"] : [])};
  const settings = {current: async () => ({...UNSET, lens: hasLens})};
  const drafts = new Drafts({host, history, attachments, silenced, settings, api, clock, text});
  const badge = () => painted.filter(({name}) => name === "badge").at(-1)?.text;
  return {drafts, details, host, clock, told, badge, released, attached};
}

test("an edit becomes a question, its answer the button and the lens", async () => {
  const lens = {text: "Attempt 2 of 3", severity: "hint"};
  const {drafts, told, badge} = setUp({answer: () => annotation({badge: "2/3", label: "l", title: "t", lens})});
  await drafts.refresh(3);
  assert.equal(badge(), "2/3");
  assert.deepEqual(told, [{type: "show", lens, badge: "2/3", squiggles: [], askAgainMs: null}]);
});

test("a lens that is switched off is not shown; the button still is", async () => {
  const lens = {text: "Attempt 2 of 3", severity: "hint"};
  const {drafts, told, badge} = setUp({answer: () => annotation({badge: "2/3", lens}), hasLens: false});
  await drafts.refresh(3);
  assert.equal(badge(), "2/3");
  assert.equal(told[0].lens, null);
});

test("the marks of advice become squiggles, most severe first", async () => {
  const mark = {quote: "ASAP", nth: 1};
  const found = (/** @type {string} */ severity, /** @type {any[]} */ marks) =>
    ({rule: "r", severity, text: severity, passage: null, passageText: null, optional: true, marks, fixes: [],
      choices: [], evidence: null});
  const advice = [found("warning", [mark]), found("info", []), found("hint", [{quote: "Hi", nth: 0}, mark])];
  const {drafts, told} = setUp({answer: () => annotation({advice})});
  await drafts.refresh(3);
  assert.deepEqual(told[0].squiggles, [
    {severity: "warning", text: "warning", mark},
    {severity: "hint", text: "hint", mark: {quote: "Hi", nth: 0}},
    {severity: "hint", text: "hint", mark},
  ]);
});

test("a mail that was attached is another draft", async () => {
  const {drafts, host, attached} = setUp();
  await drafts.refresh(3);
  attached.push("first@example.org");
  await drafts.refresh(3);
  assert.deepEqual(host.asked.map(({draft}) => draft.attached), [[], ["first@example.org"]]);
});

test("the host hears which rules are switched off for the draft", async () => {
  const {drafts, host} = setUp();
  await drafts.refresh(3);
  assert.deepEqual(host.asked[0].draft.silenced, ["too-long"]);
});

test("edits that come while the host is thinking are one more question", async () => {
  /** @type {((value: any) => void)[]} */
  const waiting = [];
  const {drafts, details, host} = setUp({answer: () => new Promise(resolve => waiting.push(resolve))});
  const first = drafts.refresh(3);
  await settle();
  for (const body of ["two", "three", "four"]) {
    details.plainTextBody = body;
    drafts.refresh(3);
  }
  await settle();
  assert.equal(host.asked.length, 1);
  waiting[0](annotation());
  await settle();
  waiting[1](annotation());
  await first;
  assert.deepEqual(host.asked.map(({draft}) => draft.text), ["one", "four"]);
});

test("the same draft is not asked about twice, unless it must or days may have changed", async () => {
  const {drafts, host, clock} = setUp();
  await drafts.refresh(3);
  await drafts.refresh(3);
  assert.equal(host.asked.length, 1);
  await drafts.refresh(3, {force: true});
  assert.equal(host.asked.length, 2);
  await clock.pass(10 * 60_000);
  await drafts.refresh(3);
  assert.equal(host.asked.length, 3);
});

test("the draft is looking while history is read, and is asked again when that is done", async () => {
  let underWay = true;
  const {drafts, host} = setUp({want: () => underWay, settled: async () => {
    await settle();
    underWay = false;
  }});
  await drafts.refresh(3);
  await settle();
  await settle();
  assert.deepEqual(host.asked.map(({looking}) => looking), [true, false]);
});

test("looking ends after a moment although the look-up goes on", async () => {
  const {drafts, host} = setUp({want: () => true});
  await drafts.refresh(3);
  await settle();
  assert.deepEqual(host.asked.map(({looking}) => looking), [true, false]);
});

test("a fault is on the button, takes the lens away, and the compose script is told when to ask again", async () => {
  let gone = true;
  const answer = () => (gone ? Promise.reject(new HostFault("gone")) : annotation());
  const {drafts, host, told, badge} = setUp({answer});
  host.retryInMs = 5_000;
  await drafts.refresh(3);
  assert.equal(badge(), "!");
  assert.deepEqual(told.at(-1), {type: "show", lens: null, badge: null, squiggles: [], askAgainMs: 5_000});
  gone = false;
  await drafts.refresh(3);
  assert.equal(badge(), "");
  assert.equal(told.at(-1).askAgainMs, null);
});

test("a host that ends is asked again a moment later, although nobody types", async () => {
  const {drafts, host, clock} = setUp();
  await drafts.refresh(3);
  host.fault = new HostFault("gone");
  drafts.hostChanged();
  await clock.pass(100);
  assert.equal(host.asked.length, 2);
});

test("a host that is back is asked about the drafts that show a fault", async () => {
  let gone = true;
  const {drafts, host} = setUp({answer: () => (gone ? Promise.reject(new HostFault("gone")) : annotation())});
  await drafts.refresh(3);
  gone = false;
  await drafts.hostChanged();
  await settle();
  assert.equal(host.asked.length, 2);
  await drafts.hostChanged();
  await settle();
  assert.equal(host.asked.length, 2);
});

test("a closed window is forgotten, and its look-up is not wanted any more", async () => {
  const {drafts, host, released} = setUp();
  await drafts.refresh(3);
  drafts.closed(3);
  drafts.refreshAll();
  await settle();
  assert.equal(host.asked.length, 1);
  assert.deepEqual(released, ["attachments 3", "draft 3"]);
});

test("the panel of a page that was asleep gets a view all the same", async () => {
  const {drafts} = setUp({answer: () => annotation({badge: "1/3"})});
  assert.equal((await drafts.view(3)).annotation?.badge, "1/3");
});
