import assert from "node:assert/strict";
import {test} from "node:test";
import {openPanel} from "../src/lens.mjs";
import {FakeClock, only} from "./fakes.mjs";

/** @param {number} lockedMs how long the toolbar is locked */
function composer(lockedMs) {
  const clock = new FakeClock();
  /** @type {object[]} */
  const tries = [];
  const api = only({
    composeAction: {
      /** @param {object} which */
      openPopup: async which => {
        tries.push(which);
        return clock.now() >= lockedMs;
      },
    },
  });
  return {clock, tries, api};
}

test("the panel opens at once where the toolbar is free", async () => {
  const {clock, tries, api} = composer(0);
  assert.equal(await openPanel(api, clock, 3), true);
  assert.deepEqual(tries, [{windowId: 3}]);
});

test("a click while the draft is being saved opens the panel when it has been", async () => {
  const {clock, tries, api} = composer(450);
  const opened = openPanel(api, clock, 3);
  await clock.pass(400);
  const before = tries.length;
  await clock.pass(200);
  assert.equal(await opened, true);
  assert.equal(tries.length, before + 1);
  assert.equal(clock.pending, 0);
});

test("a window that stays locked is not asked for ever", async () => {
  const {clock, tries, api} = composer(Infinity);
  const opened = openPanel(api, clock, 3);
  await clock.pass(5_000);
  assert.equal(await opened, false);
  assert.ok(tries.length < 30);
  assert.equal(clock.pending, 0);
});
