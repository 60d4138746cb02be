import assert from "node:assert/strict";
import {test} from "node:test";
import {Settings, UNSET, forHost, isValid} from "../src/settings.mjs";
import {fakeStorage} from "./fakes.mjs";

const noPolicy = {get: () => Promise.reject(new Error("Managed storage manifest not found"))};

/** @param {object} kept @param {any} managed @returns {Settings} */
function settings(kept, managed = noPolicy) {
  const local = fakeStorage();
  local.kept.settings = kept;
  return new Settings({local: /** @type {any} */ (local), managed});
}

test("nothing set is nothing told but the defaults' absence", async () => {
  assert.deepEqual(await settings({}).current(), UNSET);
});

test("what the user set is told, what is no value is not", async () => {
  const own = settings({holidays: "DE-BY", budget: 0, workingDays: [1, 8], rulesOff: ["due"], more: 1});
  assert.deepEqual(await own.current(), {...UNSET, holidays: "DE-BY", rulesOff: ["due"]});
});

test("an administrator's word counts before the user's", async () => {
  const managed = {get: async () => ({daysToSecondTry: 10, budget: "many"})};
  const both = settings({daysToSecondTry: 5, budget: 2}, managed);
  assert.deepEqual(await both.current(), {...UNSET, daysToSecondTry: 10, budget: 2});
  assert.deepEqual(await both.imposed(), {daysToSecondTry: 10});
});

test("one setting changes, the others stay; null takes one back", async () => {
  const own = settings({budget: 2, holidays: "AT"});
  await own.set({holidays: null, daysToLaterTry: 9});
  assert.deepEqual(await own.own(), {budget: 2, daysToLaterTry: 9});
});

test("a storage that fails is as good as nothing set", async () => {
  const local = {get: () => Promise.reject(new Error("quota")), set: async () => {}};
  const broken = new Settings({local: /** @type {any} */ (local), managed: noPolicy});
  assert.deepEqual(await broken.current(), UNSET);
});

test("a name that is no setting has no values", () => {
  assert.equal(isValid("toString", "x"), false);
  assert.equal(isValid("nothing", 1), false);
});

test("the host is told its own settings alone", () => {
  const told = forHost({...UNSET, budget: 2, language: "de", accountsOff: ["account3"]});
  assert.deepEqual(Object.keys(told).sort(), ["budget", "daysToLaterTry", "daysToSecondTry", "establishedMails",
    "holidays", "rulesOff", "sameAttemptMinutes", "workingDays"]);
  assert.equal(told.budget, 2);
});

test("no reminder is a value of its own; taken back it is nine o'clock again", async () => {
  const own = settings({});
  assert.equal((await own.current()).reminderTime, "09:00");
  await own.set({reminderTime: null, lens: false});
  assert.equal((await own.current()).reminderTime, null);
  await own.set({reminderTime: undefined, lens: undefined});
  assert.deepEqual(await own.own(), {});
});

for (const [name, value] of /** @type {[string, unknown][]} */ ([["reminderTime", "24:00"], ["reminderTime", "9:00"],
  ["language", "fr"], ["tags", 1], ["line", "true"], ["accountsOff", "account1"], ["accountsOff", [1]]])) {
  test(`${JSON.stringify(value)} is no value of ${name}`, () => {
    assert.equal(isValid(name, value), false);
  });
}
