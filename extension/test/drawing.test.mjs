import assert from "node:assert/strict";
import {test} from "node:test";
import {date, daysFrom, relative} from "../src/parts/dates.mjs";
import {placesOf} from "../src/parts/timeline.mjs";

const NOW = new Date("2026-11-24T15:00");

/** @param {string} at @param {import("../src/protocol.mjs").MomentKind} [kind] */
const moment = (at, kind = "try") => ({at: new Date(at).toISOString(), kind, text: at});

test("a timeline runs from the first moment to today, and all between stands to scale", () => {
  const {placed, begin, today} = placesOf(
    [moment("2026-10-05T15:00"), moment("2026-10-15T15:00"), moment("2026-11-04T15:00", "answer")], NOW.getTime());
  assert.deepEqual(placed.map(({x}) => Math.round(x * 100) / 100), [0, 0.2, 0.6]);
  assert.deepEqual([begin, today], [0, 1]);
});

test("what was sent an hour ago stands near today, on a line of two weeks", () => {
  const {placed, begin, today} = placesOf([moment("2026-11-24T14:00")], NOW.getTime());
  assert.equal(today, 1);
  assert.ok(placed[0].x > 0.99 && placed[0].x < 1);
  assert.equal(begin, placed[0].x);
});

test("a meeting ahead is on the far side of today", () => {
  const {placed, today} = placesOf(
    [moment("2026-11-14T15:00"), moment("2026-12-04T15:00", "meeting")], NOW.getTime());
  assert.deepEqual(placed.map(({x}) => x), [0, 1]);
  assert.equal(today, 0.5);
});

test("a clock that goes wrong puts nothing outside the drawing", () => {
  const {placed, begin} = placesOf([moment("2026-11-24T18:00")], NOW.getTime());
  assert.equal(placed[0].x, 1);
  assert.ok(begin >= 0 && begin < 1);
});

test("days are counted from midnight to midnight, not in hours", () => {
  assert.equal(daysFrom("2026-11-23", NOW), -1);
  assert.equal(daysFrom(new Date("2026-11-23T23:59").toISOString(), NOW), -1);
  assert.equal(daysFrom("2027-03-31", NOW), 127);
});

test("near days are named, far ones counted in weeks, months and years, in each language", () => {
  const said = (/** @type {string} */ day) => relative(day, NOW, "en");
  assert.deepEqual(["2026-11-24", "2026-11-23", "2026-11-26", "2026-11-10", "2026-10-24", "2026-08-01", "2024-06-01"]
    .map(said), ["today", "yesterday", "in 2 days", "14 days ago", "4 weeks ago", "3 months ago", "2 years ago"]);
  assert.equal(relative("2026-11-26", NOW, "de"), "übermorgen");
});

test("a date has its weekday this year and its year otherwise", () => {
  assert.equal(date("2026-11-26", NOW, "en"), "Thu, Nov 26");
  assert.equal(date("2026-11-26", NOW, "de"), "Do., 26. Nov.");
  assert.equal(date("2025-11-26", NOW, "en"), "Nov 26, 2025");
});
