import assert from "node:assert/strict";
import {test} from "node:test";
import {Recipients} from "../src/recipients.mjs";
import {FakeClock, only, settle} from "./fakes.mjs";

const TAB = {id: 3, windowId: 9};

function setUp() {
  const clock = new FakeClock();
  /** @type {number[]} */
  const looks = [];
  const window = {focused: true, open: true};
  const api = only({windows: {
    get: async () => (window.open ? {focused: window.focused} : Promise.reject(new Error("Invalid window ID"))),
  }});
  return {recipients: new Recipients({api, clock, look: tabId => looks.push(tabId)}), clock, looks, window};
}

test("while the editor has the focus there is no timer", () => {
  const {recipients, clock, looks} = setUp();
  recipients.editorFocus(TAB, true);
  assert.equal(clock.pending, 0);
  assert.deepEqual(looks, []);
});

test("while the user types elsewhere in the window, it is looked at once a second", async () => {
  const {recipients, clock, looks} = setUp();
  recipients.editorFocus(TAB, false);
  await clock.pass(3_000);
  assert.deepEqual(looks, [3, 3, 3, 3]);
  recipients.editorFocus(TAB, true);
  await clock.pass(5_000);
  assert.equal(looks.length, 4);
  assert.equal(clock.pending, 0);
});

test("in the background nothing is looked at, until the window is the active one again", async () => {
  const {recipients, clock, looks, window} = setUp();
  window.focused = false;
  recipients.editorFocus(TAB, false);
  await clock.pass(5_000);
  assert.deepEqual(looks, [3]);
  assert.equal(clock.pending, 0);
  window.focused = true;
  recipients.windowFocusChanged();
  await clock.pass(1_000);
  assert.deepEqual(looks, [3, 3]);
});

test("a window that is gone is forgotten", async () => {
  const {recipients, clock, window} = setUp();
  recipients.editorFocus(TAB, false);
  window.open = false;
  await clock.pass(2_000);
  await settle();
  assert.equal(clock.pending, 0);
});
