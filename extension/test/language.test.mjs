import assert from "node:assert/strict";
import {test} from "node:test";
import {languageChosen} from "../src/language.mjs";
import {FakeClock, only, settle} from "./fakes.mjs";

/** @param {Record<string, boolean>[]} looks what each look finds; the last one stays */
function setUp(...looks) {
  const clock = new FakeClock();
  const state = {looks: 0, done: false};
  const api = only({compose: {getActiveDictionaries: async () => looks[Math.min(state.looks++, looks.length - 1)]}});
  languageChosen(api, clock, 3).then(() => { state.done = true; });
  return {clock, state};
}

test("a window with a language is not waited for", async () => {
  const {state} = setUp({"de-DE": false, "en-US": true});
  await settle();
  assert.deepEqual(state, {looks: 1, done: true});
});

test("a window without dictionaries has no language to wait for", async () => {
  const {state} = setUp({});
  await settle();
  assert.equal(state.done, true);
});

test("a window that is just opening is waited for until it has chosen", async () => {
  const {clock, state} = setUp({"en-US": false}, {"en-US": false}, {"en-US": true});
  await settle();
  assert.equal(state.done, false);
  await clock.pass(60);
  assert.deepEqual(state, {looks: 3, done: true});
});

test("a window that never chooses is not waited for longer than a second", async () => {
  const {clock, state} = setUp({"en-US": false});
  await settle();
  await clock.pass(1_100);
  assert.equal(state.done, true);
});
