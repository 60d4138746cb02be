import assert from "node:assert/strict";
import {test} from "node:test";
import {Holds} from "../src/holds.mjs";
import {only, settle} from "./fakes.mjs";

/** @type {any} */
const HOLD = {
  hold: {title: "?", text: "", passage: "", passageText: "", tries: [], choices: [], gutCheck: null, call: null},
  person: "anna@example.org", name: null,
};
/** @param {any} outcome @returns {any} */
const chose = outcome => ({outcome, fix: null});

/** @param {any} [place] */
function setUp(place = {left: 100, top: 50, width: 1000, height: 900}) {
  /** @type {any[]} */
  const created = [];
  /** @type {number[]} */
  const removed = [];
  const holds = new Holds({api: only({
    runtime: {getURL: (/** @type {string} */ path) => `moz-extension://x/${path}`},
    windows: {
      get: async () => place,
      create: async (/** @type {any} */ data) => {
        created.push(data);
        return {id: 40 + created.length};
      },
      remove: async (/** @type {number} */ id) => void removed.push(id),
    },
  })});
  return {holds, created, removed};
}

test("the window stands centred over the compose window, and goes when it is answered", async () => {
  const {holds, created, removed} = setUp();
  const answered = holds.ask({id: 3, windowId: 9}, HOLD);
  await settle();
  const {left, top, width, height, type, url} = created[0];
  assert.deepEqual([left + width / 2, type, url], [600, "popup", "moz-extension://x/hold/hold.html?hold=1"]);
  assert.ok(top >= 50 && height > 0);
  assert.deepEqual(holds.question("1"), {...HOLD, tabId: 3});
  holds.answer("1", chose("send-anyway"));
  assert.deepEqual(await answered, chose("send-anyway"));
  assert.deepEqual(removed, [41]);
  assert.equal(holds.question("1"), null);
});

test("closed without an answer is keep writing", async () => {
  const {holds} = setUp();
  const answered = holds.ask({id: 3, windowId: 9}, HOLD);
  await settle();
  holds.windowClosed(7);
  holds.windowClosed(41);
  assert.deepEqual(await answered, chose("keep-writing"));
});

test("a compose window that goes takes its question with it", async () => {
  const {holds, removed} = setUp();
  const answered = holds.ask({id: 3, windowId: 9}, HOLD);
  await settle();
  holds.tabClosed(3);
  assert.deepEqual(await answered, chose("keep-writing"));
  assert.deepEqual(removed, [41]);
});

test("two windows ask side by side, each its own question", async () => {
  const {holds} = setUp();
  const one = holds.ask({id: 3, windowId: 9}, HOLD);
  const other = holds.ask({id: 4, windowId: 10}, HOLD);
  await settle();
  holds.answer("2", chose("let-go"));
  holds.answer("1", chose("send-anyway"));
  assert.deepEqual([await one, await other], [chose("send-anyway"), chose("let-go")]);
});

test("a compose window without a place still gets its question", async () => {
  const {holds, created} = setUp({});
  const answered = holds.ask({id: 3, windowId: 9}, HOLD);
  await settle();
  assert.equal("left" in created[0], false);
  holds.answer("1", chose("keep-writing"));
  await answered;
});
