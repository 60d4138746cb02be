import assert from "node:assert/strict";
import {test} from "node:test";
import {phonesOf} from "../src/phone.mjs";

/** @param {...string} lines */
const card = (...lines) => ["BEGIN:VCARD", "VERSION:4.0", "FN:Anna Berg", ...lines, "END:VCARD"].join("\r\n");

/** @param {...string} cards */
const book = (...cards) => {
  /** @type {any[]} */
  const questions = [];
  return {questions, query: async (/** @type {any} */ question) => {
    questions.push(question);
    return cards.map((vCard, id) => ({id: String(id), vCard}));
  }};
};

test("the numbers are those of the card with exactly this address", async () => {
  const contacts = book(
    card("EMAIL;PREF=1:Anna@Example.org", "TEL:1"),
    card("EMAIL:joanna@example.org", "TEL:2"),
    card("EMAIL:anna@example.org", "TEL:1", "TEL:3"));
  assert.deepEqual(await phonesOf("anna@example.org", contacts), ["1", "3"]);
  assert.deepEqual(contacts.questions, [{searchString: "anna@example.org", includeRemote: false}]);
});

test("an address book that fails has none", async () => {
  assert.deepEqual(await phonesOf("anna@example.org", {query: async () => Promise.reject(new Error("locked"))}), []);
});
