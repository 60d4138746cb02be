import assert from "node:assert/strict";
import {test} from "node:test";
import {plotsOf} from "../src/insights/plots.mjs";
import {boxesOf} from "../src/parts/plots.mjs";

const WORDS = Object.freeze({
  text: (/** @type {string} */ key, /** @type {string[]} */ ...values) => [key, ...values].join(" "), language: "en",
});

/** @type {import("../src/protocol.mjs").Insights} */
const INSIGHTS = Object.freeze({
  least: 20, cases: 100,
  byAttempt: [{attempt: 1, tries: 100, answered: 50}, {attempt: 2, tries: 40, answered: 10},
    {attempt: 3, tries: 19, answered: 1}],
  timeToAnswer: [{fromDays: 0, toDays: 1, answers: 30}, {fromDays: 1, toDays: 2, answers: 15},
    {fromDays: 2, toDays: 7, answers: 15}, {fromDays: 7, toDays: null, answers: 0}],
  medianDays: 1.04,
  weekdays: [1, 2, 3, 4, 5, 6, 7].map(day => ({day, tries: 10, answered: 3})),
  letGo: {cases: 100, letGo: 9}, findings: [], behind: 0,
});

const [attempts, time, weekdays, letGo] = plotsOf(INSIGHTS, WORDS);

test("each try has its share and its counts; a share of fewer than twenty is not told", () => {
  assert.deepEqual(attempts.columns.map(({shown, counts, isSure}) => [shown, counts, isSure]),
    [["50%", "50/100", true], ["25%", "10/40", true], ["5%", "1/19", false]]);
  assert.deepEqual(attempts.table.map(([, ...line]) => line),
    [["100", "50", "50%"], ["40", "10", "25%"], ["19", "1", "–"]]);
});

test("spans of days are named as a person says them", () => {
  assert.deepEqual(time.columns.map(({label}) => label),
    ["< 1 day", "1 day", "2–6 days", "≥ 7 days"]);
  assert.equal(time.about, "insights_time_about 1 day");
});

test("where no weekday has twenty cases, how many there are so far stands in place of the picture", () => {
  assert.equal(weekdays.few, "insightsFewOfEach 10 20");
  assert.deepEqual(weekdays.table[0], ["Mon", "10", "3", "–"]);
});

test("with few cases in all nothing is claimed, not even a median", () => {
  const few = plotsOf({...INSIGHTS, timeToAnswer: [{fromDays: 0, toDays: null, answers: 7}],
    letGo: {cases: 9, letGo: 1}}, WORDS);
  assert.deepEqual([few[1].few, few[1].about, few[1].table[0][2]], ["insightsFew 7 20", "", "–"]);
  assert.equal(few[3].few, "insightsFew 9 20");
});

test("what was let go and what was not are all cases", () => {
  assert.deepEqual(letGo.columns.map(({value}) => value), [9, 91]);
});

test("columns stand side by side on one line, the highest as high as there is room", () => {
  const [first, second, none] = boxesOf([0.5, 0.25, 0], 0.5);
  assert.equal(first.height, 2 * second.height);
  assert.equal(none.height, 0);
  assert.equal(first.y + first.height, second.y + second.height);
  assert.ok(first.x + first.width < second.x);
});

test("a column of one in a thousand can be seen, and nothing at all has no column", () => {
  assert.ok(boxesOf([1, 1_000], 1_000)[0].height >= 2);
  assert.deepEqual(boxesOf([0], 0).map(({height}) => height), [0]);
});
