import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {Catalogue} from "../src/catalogue.mjs";
import {notesOf, progressOf, spokenOf} from "../src/welcome/words.mjs";

const MESSAGES = JSON.parse(readFileSync(new URL("../src/_locales/en/messages.json", import.meta.url), "utf8"));

/** The texts as they are, in English. */
const catalogue = new Catalogue({
  i18n: {getUILanguage: () => "de", getMessage: () => assert.fail("the catalogue of another language was chosen")},
  read: async () => MESSAGES,
});
await catalogue.use("en");
const {text} = catalogue;

/** @param {Partial<import("../src/importer.mjs").View>} fields @returns {import("../src/importer.mjs").View} */
const view = fields => ({
  state: "running", months: 12, counting: false, folders: 4, counted: 4, finished: 1, found: 10_000, done: 3_456,
  rate: 212.4, secondsLeft: 31, folder: "Sent", account: "Work", taken: 3_000, rebuilt: 0, unreadable: 0, lost: [],
  resting: false, fault: null, ...fields,
});

test("a running import says how far it is, how fast, how long still, and where", () => {
  assert.deepEqual(progressOf(view({}), text, "en"), {
    title: "Reading your mails…", percent: 34, mails: "3,456 of 10,000 mails", rate: "212 mails per second",
    left: "about a minute left", folder: "Sent · Work", valueText: "34%, about a minute left",
  });
});

for (const [seconds, words] of /** @type {[number | null, string][]} */ ([
  [null, ""], [4, "a few seconds left"], [20, "less than a minute left"], [61, "about a minute left"],
  [170, "about 3 minutes left"], [89 * 60, "about 89 minutes left"], [100 * 60, "about 2 hours left"]])) {
  test(`${seconds} seconds are told as "${words}"`, () => {
    assert.equal(progressOf(view({secondsLeft: seconds}), text, "en").left, words);
  });
}

test("while mails are counted no share is claimed", () => {
  const counting = view({counting: true, counted: 2, found: 1_200, rate: null, secondsLeft: null});
  const progress = progressOf(counting, text, "en");
  assert.equal(progress.percent, null);
  assert.equal(progress.mails, "1,200 mails found, 2 of 4 folders counted");
  assert.equal(progress.valueText, progress.mails);
});

test("an import of nothing is done, not a division by nothing", () => {
  assert.equal(progressOf(view({state: "done", found: 0, done: 0}), text, "en").percent, 100);
});

test("one percent too few is better than a hundred that is not done", () => {
  assert.equal(progressOf(view({found: 10_000, done: 9_999}), text, "en").percent, 99);
});

test("what could not be read is said, one or many", () => {
  assert.deepEqual(notesOf(view({rebuilt: 1, unreadable: 2, lost: ["Old", "Older"]}), text, "en"), [
    "One mail could not be fetched; it counts by its header lines.",
    "2 mails are damaged and could not be read.",
    "Folders that could not be opened: Old and Older",
  ]);
  assert.deepEqual(notesOf(view({state: "done", taken: 1}), text, "en"), ["One mail was new to Tact."]);
});

test("a screen reader hears of a new state and of each quarter, not of every mail", () => {
  const keys = [2_499, 2_500, 2_600, 4_999, 5_000].map(done => spokenOf(view({done}), text, "en").key);
  assert.deepEqual(keys.map((key, at) => key === keys[at - 1]), [false, false, true, true, false]);
  assert.equal(spokenOf(view({resting: true}), text, "en").words, "Reading your mails… 3,456 of 10,000 mails");
  assert.notEqual(spokenOf(view({state: "paused"}), text, "en").key, spokenOf(view({}), text, "en").key);
});
