import assert from "node:assert/strict";
import {test} from "node:test";
import {HEADING, indexAt, layoutOf, numberOf, rowsBetween, scrolledTo, spotAt, spotOf, spotsIn, topOf}
  from "../src/followups/layout.mjs";

const GROUPS = Object.freeze(/** @type {const} */ ([
  {group: "due", count: 2}, {group: "waiting", count: 0}, {group: "not-now", count: 3}, {group: "done", count: 4}]));

/** Due from 0 to 120, not now from 120 to 290, done, closed, from 290 to 310. */
const LAYOUT = layoutOf([...GROUPS], group => group !== "done", {head: 20, row: 50});

test("groups stand one under the other, those without a row not at all", () => {
  assert.deepEqual(LAYOUT.sections.map(({group, top, height, first}) => [group, top, height, first]),
    [["due", 0, 120, 0], ["not-now", 120, 170, 2], ["done", 290, 20, 5]]);
  assert.equal(LAYOUT.height, 310);
});

test("what can be seen is what stands between two heights, rows that are cut included", () => {
  const ranges = (/** @type {number} */ from, /** @type {number} */ to) =>
    rowsBetween(LAYOUT, from, to).map(range => [range.section.group, range.from, range.to]);
  assert.deepEqual(ranges(0, 20), []);
  assert.deepEqual(ranges(0, 21), [["due", 0, 1]]);
  assert.deepEqual(ranges(71, 191), [["due", 1, 2], ["not-now", 0, 2]]);
  assert.deepEqual(ranges(-400, 4_000), [["due", 0, 2], ["not-now", 0, 3]]);
});

test("every spot has a number and every number a spot", () => {
  assert.equal(spotsIn(LAYOUT), 8);
  for (let number = 0; number < 8; number++) {
    assert.equal(numberOf(LAYOUT, /** @type {any} */ (spotAt(LAYOUT, number))), number);
  }
});

test("past either end is the end", () => {
  assert.deepEqual(spotAt(LAYOUT, -3), {group: "due", at: HEADING});
  assert.deepEqual(spotAt(LAYOUT, Infinity), {group: "done", at: HEADING});
  assert.equal(spotAt(layoutOf([], () => true, {head: 20, row: 50}), 0), null);
});

test("a row that is gone leaves its place to the one that is last in its group", () => {
  assert.equal(numberOf(LAYOUT, {group: "due", at: 7}), 2);
});

test("rows of the host's order are found, but not in a closed group", () => {
  assert.deepEqual(spotOf(LAYOUT, 3), {group: "not-now", at: 1});
  assert.equal(spotOf(LAYOUT, 6), null);
  assert.equal(spotOf(LAYOUT, 9), null);
  assert.equal(indexAt(LAYOUT, {group: "not-now", at: 1}), 3);
  assert.equal(indexAt(LAYOUT, {group: "not-now", at: HEADING}), null);
  assert.equal(indexAt(LAYOUT, {group: "due", at: 2}), null);
});

test("a row is scrolled out from under its heading and up from below, and otherwise stays", () => {
  const spot = /** @type {const} */ ({group: "not-now", at: 0});
  assert.equal(topOf(LAYOUT, spot), 140);
  assert.equal(scrolledTo(LAYOUT, spot, 130, 100), 120);
  assert.equal(scrolledTo(LAYOUT, spot, 110, 100), 110);
  assert.equal(scrolledTo(LAYOUT, spot, 0, 100), 90);
  assert.equal(scrolledTo(LAYOUT, {group: "not-now", at: HEADING}, 200, 100), 120);
});
