import assert from "node:assert/strict";
import {test} from "node:test";
import {DailyReminder, nextTime, peopleIn} from "../src/daily.mjs";
import {HostFault} from "../src/host.mjs";
import {UNSET} from "../src/settings.mjs";
import {FakeClock, fakeHost, fakeStorage, only} from "./fakes.mjs";

/** @param {string} name @returns {any} */
const row = name => ({person: `${name.toLowerCase()}@example.org`, name});

/** @param {string} time */
const at = time => new Date(time).getTime();

/**
 * @param {string} now
 * @param {(event: any) => any} [answer]
 * @param {object} [set]
 */
async function setUp(now, answer = () => page(row("Anna"), row("Jonas")), set = {}) {
  const clock = new FakeClock();
  await clock.pass(at(now));
  /** @type {any[]} */
  const done = [];
  const api = only({
    alarms: {
      create: (/** @type {string} */ _, /** @type {any} */ {when}) => done.push(["alarm", when]),
      clear: async () => done.push(["no alarm"]),
    },
    notifications: {create: async (/** @type {string} */ id, /** @type {any} */ {title, message}) =>
      done.push(["notify", id, title, message])},
    runtime: {getURL: (/** @type {string} */ path) => path},
  });
  const storage = fakeStorage();
  const host = fakeHost({"follow-ups-asked": answer});
  const catalogue = {
    text: (/** @type {string} */ key, /** @type {string[]} */ ...values) => [key, ...values].join(" "),
    language: "en-GB",
  };
  const settings = {current: async () => ({...UNSET, ...set})};
  const daily = new DailyReminder({host, settings, api, storage: /** @type {any} */ (storage), clock, catalogue,
    open: () => done.push(["open"])});
  return {daily, done, storage, clock, host, set};
}

/** @param {any[]} rows */
function page(...rows) {
  return {groups: [], due: rows.length, behind: 0, rows};
}

test("the alarm is for the time of today, and after the reminder for that of tomorrow", async () => {
  const {daily, done} = await setUp("2026-11-23T08:00");
  await daily.start();
  assert.deepEqual(done, [["alarm", at("2026-11-23T09:00")]]);
});

test("at the time it says who is due, once, and comes back tomorrow", async () => {
  const {daily, done, storage} = await setUp("2026-11-23T09:00");
  await daily.ring("due-today");
  await daily.ring("due-today");
  assert.deepEqual(done, [["notify", "due-today", "dueMany 2", "Anna, Jonas"], ["alarm", at("2026-11-24T09:00")],
    ["alarm", at("2026-11-24T09:00")]]);
  assert.equal(storage.kept.remindedOn, "2026-11-23");
});

test("a click opens the list; other alarms and notifications are not its own", async () => {
  const {daily, done} = await setUp("2026-11-23T09:00");
  await daily.ring("kept-drafts");
  daily.clicked("kept-drafts a@b");
  assert.deepEqual(done, []);
  daily.clicked("due-today");
  assert.deepEqual(done, [["open"]]);
});

test("missed days do not pile up: after a week one comes, a moment after the start", async () => {
  const {daily, done, storage} = await setUp("2026-11-30T14:00");
  storage.kept.remindedOn = "2026-11-23";
  await daily.start();
  assert.deepEqual(done, [["alarm", at("2026-11-30T14:00:30")]]);
  await daily.ring("due-today");
  await daily.start();
  assert.deepEqual(done.filter(([what]) => what === "notify").length, 1);
  assert.deepEqual(done.at(-1), ["alarm", at("2026-12-01T09:00")]);
});

test("with nobody due nothing is said, for all of the day", async () => {
  const {daily, done, storage} = await setUp("2026-11-23T09:00", () => page());
  await daily.ring("due-today");
  assert.deepEqual(done, [["alarm", at("2026-11-24T09:00")]]);
  assert.equal(storage.kept.remindedOn, "2026-11-23");
});

test("without a time there is none", async () => {
  const {daily, done} = await setUp("2026-11-23T09:00", undefined, {reminderTime: null});
  await daily.changed();
  await daily.ring("due-today");
  assert.deepEqual(done, [["no alarm"], ["no alarm"]]);
});

test("a host that is away is asked again later, and the day is not lost", async () => {
  const {daily, done, storage} = await setUp("2026-11-23T09:00", () => Promise.reject(new HostFault("missing")));
  await daily.ring("due-today");
  assert.deepEqual(done, [["alarm", at("2026-11-23T09:10")]]);
  assert.equal(storage.kept.remindedOn, undefined);
});

test("a host that still works threads out is asked until it knows", async () => {
  let behind = 3;
  const {daily, done, clock} = await setUp("2026-11-23T09:00", () =>
    ({...page(...(behind === 1 ? [row("Anna")] : [])), behind: --behind}));
  daily.ring("due-today");
  await clock.pass(5_000);
  assert.deepEqual(done[0], ["notify", "due-today", "dueOne 1", "Anna"]);
});

test("many names are few and a number; a person with two threads is one", async () => {
  const rows = ["Anna", "Boris", "Clara", "Dario", "Emil", "Fatma", "Anna"].map(row);
  const {daily, done} = await setUp("2026-11-23T09:00", () => page(...rows));
  await daily.ring("due-today");
  assert.deepEqual(done[0], ["notify", "due-today", "dueMany 6", "Anna, Boris, Clara, Dario and dueMore 2"]);
  assert.deepEqual(peopleIn([row("Anna"), row("Anna")]), ["Anna"]);
});

test("all pages of those due are read", async () => {
  const {daily, done, host} = await setUp("2026-11-23T09:00", ({from}) =>
    page(...Array.from({length: from < 200 ? 100 : 7}, (_, index) => row(`P${from + index}`))));
  await daily.ring("due-today");
  assert.deepEqual(host.asked.map(({from}) => from), [0, 100, 200]);
  assert.equal(done[0][2], "dueMany 207");
});

test("the next time is of the user's day, over the change of clocks too", () => {
  assert.equal(nextTime(at("2026-10-24T10:00"), "09:00", "2026-10-24"), at("2026-10-25T09:00"));
  assert.equal(nextTime(at("2026-11-23T10:00"), "09:00", "2026-11-22"), at("2026-11-23T09:00"));
  assert.equal(nextTime(at("2026-11-23T10:00"), "17:30", undefined), at("2026-11-23T17:30"));
});
