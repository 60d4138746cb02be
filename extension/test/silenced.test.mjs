import assert from "node:assert/strict";
import {test} from "node:test";
import {Settings} from "../src/settings.mjs";
import {Silenced} from "../src/silenced.mjs";
import {fakeStorage, settle} from "./fakes.mjs";

/** @param {{session?: any, storage?: any}} [parts] */
function setUp({session = fakeStorage(), storage = fakeStorage()} = {}) {
  const settings = new Settings({local: storage, managed: /** @type {any} */ (fakeStorage())});
  return {silenced: new Silenced({session, settings}), session, storage};
}

test("a rule that is switched off for one mail speaks on the others", async () => {
  const {silenced} = setUp();
  await silenced.set(3, "too-long", "mail", true);
  assert.deepEqual(await silenced.of(3), ["too-long"]);
  assert.deepEqual(await silenced.of(4), []);
});

test("a rule that is switched off for good is off in the settings, and the others stay as they are", async () => {
  const {silenced, storage} = setUp();
  await storage.set({settings: {budget: 3, rulesOff: ["reproach"]}});
  await silenced.set(3, "too-long", "good", true);
  assert.deepEqual(storage.kept.settings, {budget: 3, rulesOff: ["reproach", "too-long"]});
  assert.deepEqual(await silenced.of(3), []);
});

test("a rule can be switched on again", async () => {
  const {silenced, storage} = setUp();
  for (const reach of /** @type {const} */ (["mail", "good"])) {
    await silenced.set(3, "too-long", reach, true);
    await silenced.set(3, "too-long", reach, false);
  }
  assert.deepEqual(await silenced.of(3), []);
  assert.deepEqual(storage.kept.settings.rulesOff, []);
});

test("two rules switched off at once are both off", async () => {
  const {silenced} = setUp();
  await Promise.all([silenced.set(3, "too-long", "mail", true), silenced.set(3, "reproach", "mail", true)]);
  assert.deepEqual(await silenced.of(3), ["too-long", "reproach"]);
});

test("what is switched off for a mail outlives this page, and goes with its window", async () => {
  const {silenced, session} = setUp();
  await silenced.set(3, "too-long", "mail", true);
  const next = setUp({session}).silenced;
  assert.deepEqual(await next.of(3), ["too-long"]);
  next.closed(3);
  await settle();
  assert.deepEqual(session.kept, {});
});

test("a storage that fails leaves all rules on", async () => {
  const broken = {get: async () => Promise.reject(new Error("quota"))};
  assert.deepEqual(await setUp({session: broken}).silenced.of(3), []);
});
