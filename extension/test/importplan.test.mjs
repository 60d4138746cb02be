import assert from "node:assert/strict";
import {test} from "node:test";
import {paceFrom, paced, rateOf, secondsLeft, sinceOf, slicesOf, sumOf, timeOf} from "../src/importplan.mjs";

/** @param {string} day */
const at = day => new Date(`${day}T12:00`).getTime();

test("months are those of the calendar, and everything is everything", () => {
  assert.equal(sinceOf(12, at("2026-11-24")), at("2025-11-24"));
  assert.equal(sinceOf(3, at("2026-05-31")), at("2026-02-28"));
  assert.equal(sinceOf(null, at("2026-11-24")), 0);
});

test("a folder without mail has nothing to read", () => {
  assert.deepEqual(slicesOf([], 0), []);
});

test("a small folder is one slice, back to where the import begins", () => {
  assert.deepEqual(slicesOf([5_000, 9_000, 7_000], 1_000), [{from: 1_000, mails: 3}]);
});

test("a full folder is read in slices, the newest first, that hold each mail once", () => {
  const times = Array.from({length: 4_500}, (_, index) => 1_000_000 + index * 1_000);
  const slices = slicesOf(times, 0);
  assert.deepEqual(slices.map(({mails}) => mails), [2_000, 2_000, 500]);
  const held = slices.map((_, index) => {
    const {fromDate, toDate} = timeOf(slices, index);
    return times.filter(time => time >= fromDate.getTime() && time <= (toDate?.getTime() ?? Infinity)).length;
  });
  assert.deepEqual(held, [2_000, 2_000, 500]);
  assert.equal(timeOf(slices, 0).toDate, undefined);
});

test("mails of one second stay in one slice, however many", () => {
  const slices = slicesOf([...Array(3_000).fill(50_000), 40_000], 0);
  assert.deepEqual(slices, [{from: 50_000, mails: 3_000}, {from: 0, mails: 1}]);
});

test("the sum is what is found and done in all folders that are counted", () => {
  const folder = {id: "", accountId: "", name: "", account: ""};
  const slices = [{from: 2, mails: 10}, {from: 1, mails: 5}];
  assert.deepEqual(sumOf([
    {...folder, slices, read: 1, within: 3},
    {...folder, slices: [], read: 0, within: 0},
    {...folder, slices: null, read: 0, within: 0},
  ]), {found: 15, done: 13, counted: 2, finished: 1});
});

test("the rate is that of the last while, not of an hour ago", () => {
  let pace = paceFrom(0, 0);
  for (let second = 1; second <= 60; second++) {
    pace = paced(pace, second * 1_000, second * 100);
  }
  assert.ok(Math.abs((rateOf(pace) ?? 0) - 100) < 1);
  for (let second = 61; second <= 120; second++) {
    pace = paced(pace, second * 1_000, 6_000 + (second - 60) * 10);
  }
  const rate = rateOf(pace) ?? 0;
  assert.ok(rate >= 10 && rate < 20, `${rate}`);
});

test("one slow batch does not make the rate jump", () => {
  let pace = paceFrom(0, 0);
  for (let second = 1; second <= 30; second++) {
    pace = paced(pace, second * 1_000, second * 100);
  }
  const before = rateOf(pace) ?? 0;
  assert.ok((rateOf(paced(pace, 32_000, 3_000)) ?? 0) > before * 0.8);
});

test("no rate and no time left is named before there is something to tell", () => {
  assert.equal(rateOf(paced(paceFrom(0, 0), 3_000, 500)), null);
  assert.equal(secondsLeft(100, null), null);
  assert.equal(secondsLeft(100, 0), null);
  assert.equal(secondsLeft(100, 50), 2);
});

test("a clock that was set back does no harm", () => {
  const pace = paced(paceFrom(100_000, 0), 90_000, 100);
  assert.equal(pace.at, 100_000);
  assert.equal(pace.ms, 0);
});
