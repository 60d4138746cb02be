import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {Catalogue} from "../src/catalogue.mjs";

/** @param {string} language @returns {Promise<any>} */
const read = async language =>
  JSON.parse(readFileSync(new URL(`../src/_locales/${language}/messages.json`, import.meta.url), "utf8"));

/** @param {string} own Thunderbird's language @param {typeof read} [reader] */
const catalogue = (own, reader = read) => new Catalogue({
  i18n: /** @type {any} */ ({getUILanguage: () => own, getMessage: (/** @type {string} */ key) => `own ${key}`}),
  read: reader,
});

test("without a choice Thunderbird's language is spoken", async () => {
  const texts = catalogue("en-US");
  await texts.use(null);
  assert.equal(texts.text("undo"), "own undo");
  assert.equal(texts.language, "en-US");
});

test("the chosen language is spoken, its placeholders filled", async () => {
  const texts = catalogue("en-US");
  await texts.use("de");
  assert.equal(texts.language, "de");
  assert.equal(texts.text("keptTitle", "Donnerstag, 3. Dezember"), "Aufgehoben bis Donnerstag, 3. Dezember");
  assert.equal(texts.text("reminderMany", "3"), (await read("de")).reminderMany.message.replace("$1", "3"));
  assert.equal(texts.text("no such text"), "");
});

test("Thunderbird's own language, chosen, keeps its region for dates", async () => {
  const texts = catalogue("de-AT");
  await texts.use("de");
  assert.equal(texts.language, "de-AT");
});

test("a catalogue that cannot be read leaves Thunderbird's language", async () => {
  const texts = catalogue("en-US", () => Promise.reject(new Error("gone")));
  await texts.use("de");
  assert.equal(texts.text("undo"), "own undo");
  assert.equal(texts.language, "en-US");
});

test("what is filled in is not filled once more", async () => {
  const texts = catalogue("en", async () => ({said: {message: "$WHO$: $2", placeholders: {who: {content: "$1"}}}}));
  await texts.use("de");
  assert.equal(texts.text("said", "$2", "$1"), "$2: $1");
});

test("where Thunderbird speaks a language without a catalogue, texts and dates are English", async () => {
  const texts = catalogue("fr");
  await texts.use(null);
  assert.equal(texts.text("undo"), "own undo");
  assert.equal(texts.language, "en-GB");
});

test("English, chosen in a German Thunderbird, writes dates as the host does", async () => {
  const texts = catalogue("de");
  await texts.use("en");
  assert.equal(texts.language, "en-GB");
});
