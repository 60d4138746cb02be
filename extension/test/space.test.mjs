import assert from "node:assert/strict";
import {test} from "node:test";
import {HostFault} from "../src/host.mjs";
import {Space} from "../src/space.mjs";
import {FakeClock, fakeHost, only} from "./fakes.mjs";

/**
 * @param {() => any} answer
 * @param {{id: number}[]} [there] spaces that an earlier life of the page has made
 */
async function setUp(answer, there = []) {
  const clock = new FakeClock();
  await clock.pass(new Date("2026-11-24T10:00").getTime());
  /** @type {any[]} */
  const done = [];
  const api = only({
    alarms: {create: (/** @type {string} */ name, /** @type {any} */ {when}) => done.push([name, new Date(when)])},
    runtime: {getURL: (/** @type {string} */ path) => `moz-extension://tact/${path}`},
    spaces: {
      query: async () => there,
      create: async (/** @type {string} */ name, /** @type {string} */ url) => {
        done.push(["create", name, url]);
        return {id: 4};
      },
      update: async (/** @type {number} */ id, /** @type {any} */ {badgeText, title}) =>
        void done.push(["badge", id, badgeText, title]),
      open: async (/** @type {number} */ id) => void done.push(["open", id]),
    },
  });
  const host = Object.assign(fakeHost({"follow-ups-asked": answer}), {retryInMs: 0});
  const text = (/** @type {string} */ key, /** @type {string[]} */ ...values) => [key, ...values].join(" ");
  let days = 0;
  const space = new Space({host, api, clock, text, onDay: () => void (days += 1)});
  return {space, clock, done, host, days: () => days, badges: () => done.filter(([what]) => what === "badge")};
}

/** @param {number} due @param {number} [behind] */
const counted = (due, behind = 0) => ({groups: [], due, behind, rows: []});

test("at a start there is a button, and its badge says how many are due", async () => {
  const {space, clock, done, badges} = await setUp(() => counted(3));
  space.start();
  await clock.pass(0);
  assert.deepEqual(done[1], ["create", "tact", "moz-extension://tact/followups/followups.html"]);
  assert.deepEqual(badges(), [["badge", 4, "3", "spaceTitleMany 3"]]);
});

test("the button of an earlier life of the page is used again", async () => {
  const {space, clock, done} = await setUp(() => counted(1), [{id: 9}]);
  space.start();
  await clock.pass(0);
  assert.deepEqual(done.slice(1), [["badge", 9, "1", "spaceTitleOne"]]);
});

test("it can be opened from elsewhere, before it was shown too", async () => {
  const {space, done} = await setUp(() => counted(0), [{id: 9}]);
  await space.open();
  assert.deepEqual(done, [["open", 9]]);
});

test("nothing due is no badge", async () => {
  const {space, clock, badges} = await setUp(() => counted(0));
  space.start();
  await clock.pass(0);
  assert.deepEqual(badges(), [["badge", 4, "", "spaceTitle"]]);
});

test("a burst of news is one question, three seconds after the last", async () => {
  const {space, clock, host} = await setUp(() => counted(0));
  space.start();
  await clock.pass(1_000);
  for (let news = 0; news < 20; news++) {
    space.refresh();
  }
  await clock.pass(1_900);
  assert.equal(host.asked.length, 1);
  await clock.pass(200);
  assert.equal(host.asked.length, 2);
});

test("without news nothing is asked", async () => {
  const {space, clock, host} = await setUp(() => counted(2));
  space.start();
  await clock.pass(3_600_000);
  assert.equal(host.asked.length, 1);
  assert.equal(clock.pending, 0);
});

test("a host that is still at work is asked again as long as it gets further", async () => {
  let behind = 300;
  const {space, clock, host, badges} = await setUp(() => counted(1, behind = Math.max(100, behind - 100)));
  space.start();
  await clock.pass(3_600_000);
  assert.equal(host.asked.length, 3);
  assert.equal(badges().length, 3);
});

test("a host that is away is asked three times more, then the badge goes; news asks again", async () => {
  let away = true;
  const {space, clock, host, badges} = await setUp(() =>
    away ? Promise.reject(new HostFault("missing")) : counted(2));
  space.start();
  await clock.pass(3_600_000);
  assert.equal(host.asked.length, 4);
  assert.deepEqual(badges().map(([, , badge]) => badge), [""]);
  away = false;
  space.refresh();
  await clock.pass(3_000);
  assert.deepEqual(badges().map(([, , badge]) => badge), ["", "2"]);
});

test("when a day begins all that speaks of days is asked anew, and the next day is waited for", async () => {
  const {space, done, days} = await setUp(() => counted(0));
  space.start();
  space.ring("another");
  space.ring("day");
  assert.equal(days(), 1);
  assert.deepEqual(done.filter(([what]) => what === "day"),
    [["day", new Date("2026-11-25T00:00:05")], ["day", new Date("2026-11-25T00:00:05")]]);
});
