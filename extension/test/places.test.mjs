import assert from "node:assert/strict";
import {test} from "node:test";

await import(/** @type {any} */ ("../src/compose/places.js"));
/** @type {{find: Function, withSpace: Function, placeOfSentence: Function}} */
const places = /** @type {any} */ (globalThis).tactPlaces;

/**
 * Pieces as compose.js makes them: a text for each line.
 *
 * @param {string} text
 * @param {boolean} [isNew]
 */
const pieces = (text, isNew = true) => text.split("\n").flatMap((line, index) => [
  ...(index > 0 ? [{text: "\n", isNew: false}] : []),
  ...(line === "" ? [] : [{text: line, isNew}]),
]);

/** @param {any[]} given @param {any} place @returns {string} the words at a place */
function wordsAt(given, {from, to}) {
  const all = given.map(({text}) => text);
  if (from.piece === to.piece) {
    return all[from.piece].slice(from.offset, to.offset);
  }
  return [all[from.piece].slice(from.offset), ...all.slice(from.piece + 1, to.piece), all[to.piece].slice(0, to.offset)]
    .join("");
}

/** @param {any[]} given @param {string} quote @param {number} [nth] */
function found(given, quote, nth = 0) {
  const [place] = places.find(given, [{quote, nth}]);
  return place && {...place, words: wordsAt(given, place)};
}

test("a mark is found where it stands", () => {
  const given = pieces("Dear Anna,\n\njust checking in on my mail.");
  assert.equal(found(given, "checking in").words, "checking in");
  assert.deepEqual(found(given, "Dear").from, {piece: 0, offset: 0});
});

test("the nth occurrence is the one that is meant", () => {
  const given = pieces("ASAP and ASAP\nand ASAP");
  assert.deepEqual([0, 1, 2].map(nth => found(given, "ASAP", nth).from),
    [{piece: 0, offset: 0}, {piece: 0, offset: 9}, {piece: 2, offset: 4}]);
  assert.equal(found(given, "ASAP", 3), null);
});

test("wrapped lines, several spaces and spaces that do not break are the same", () => {
  assert.equal(found(pieces("still waiting\nfor your answer"), "still waiting for your answer").words,
    "still waiting\nfor your answer");
  assert.equal(found(pieces("still\u00a0 waiting for"), "still waiting").words, "still\u00a0 waiting");
  assert.equal(found(pieces("I am still waiting for"), "still\nwaiting").words, "still waiting");
});

test("words in bold or italics are found by the plain text that marks them", () => {
  const given = ["I need it ", "as soon", " as possible"].map(text => ({text, isNew: true}));
  assert.equal(found(given, "*as soon* as possible").words, "as soon as possible");
});

test("what is not new, or not there any more, is not found", () => {
  const given = [...pieces("On Monday, ASAP wrote:", false), {text: "\n", isNew: false}, ...pieces("Thank you.")];
  assert.equal(found(given, "ASAP"), null);
  assert.equal(found(given, "by tomorrow"), null);
  assert.equal(found(given, " * "), null);
});

test("occurrences that are not new count, and the only new one is taken when the count is off", () => {
  const given = [...pieces("ASAP wrote:", false), {text: "\n", isNew: false}, ...pieces("I need it ASAP.")];
  assert.deepEqual(found(given, "ASAP", 1).from, {piece: 2, offset: 10});
  assert.deepEqual(found(given, "ASAP", 0).from, {piece: 2, offset: 10});
});

test("a long draft is searched at once", () => {
  const given = pieces("a ".repeat(30_000) + "ASAP");
  const start = performance.now();
  assert.equal(places.find(given, Array.from({length: 60}, () => ({quote: "ASAP", nth: 0})))[59].from.offset, 60_000);
  assert.ok(performance.now() - start < 1_000);
});

/** @param {string} text @param {string} quote @returns {string} the text without these words, tidied */
function without(text, quote) {
  const given = pieces(text);
  const place = places.withSpace(given, places.find(given, [{quote, nth: 0}])[0]);
  return text.replace(wordsAt(given, place), "");
}

test("words that are left out leave no space twice, at the start of a line or before a full stop", () => {
  assert.equal(without("Could you answer ASAP please?", "ASAP"), "Could you answer please?");
  assert.equal(without("Could you answer ASAP?", "ASAP"), "Could you answer?");
  assert.equal(without("Could you answer ASAP", "ASAP"), "Could you answer");
  assert.equal(without("ASAP would be nice.", "ASAP"), "would be nice.");
  assert.equal(without("Hello\nASAP would be nice.", "ASAP"), "Hello\nwould be nice.");
  assert.equal(without("I need it (ASAP) today.", "ASAP"), "I need it () today.");
});

/** @param {string} text @returns {[string | undefined, string | undefined]} the lines around a new sentence */
function around(text) {
  const {after, closing} = places.placeOfSentence(pieces(text));
  return [after?.text, closing?.text];
}

test("a sentence goes before the closing words", () => {
  assert.deepEqual(around("Dear Anna,\n\nmay I call?\n\nBest regards\nLena Vogt\nStudio"),
    ["may I call?", "Best regards"]);
  assert.deepEqual(around("Liebe Anna,\n\ndarf ich anrufen?\n\nViele Grüße aus Leipzig\nLena"),
    ["darf ich anrufen?", "Viele Grüße aus Leipzig"]);
  assert.deepEqual(around("Hallo,\n\nText.\n\nMit freundlichen Grüßen\n\nLena Vogt"),
    ["Text.", "Mit freundlichen Grüßen"]);
  assert.deepEqual(around("Hi,\nText.\nVG\nL."), ["Text.", "VG"]);
});

test("thanks above the closing words belong to them", () => {
  assert.deepEqual(around("Dear Anna,\nmay I call?\nMany thanks,\nbest regards\nLena"),
    ["may I call?", "Many thanks,"]);
});

test("a name alone ends a mail as well", () => {
  assert.deepEqual(around("Dear Anna,\n\nmay I call?\n\nLena"), ["may I call?", "Lena"]);
});

test("without closing words it goes to the end, and into an empty draft at its start", () => {
  assert.deepEqual(around("Dear Anna,\nmay I call?"), ["may I call?", undefined]);
  assert.deepEqual(around("Dear Anna,"), ["Dear Anna,", undefined]);
  assert.deepEqual(around("Best regards\nLena"), [undefined, "Best regards"]);
  assert.deepEqual(around(""), [undefined, undefined]);
});

test("a sentence that begins like closing words is none", () => {
  assert.deepEqual(around("Dear Anna,\nBest would be Tuesday.\nThanks to you it works."),
    ["Thanks to you it works.", undefined]);
  assert.deepEqual(around("Dear Anna,\nBest regards to Tom?"), ["Best regards to Tom?", undefined]);
});
