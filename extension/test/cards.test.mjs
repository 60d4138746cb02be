import assert from "node:assert/strict";
import {test} from "node:test";
import {Cards} from "../src/cards.mjs";
import {emailsIn, phonesIn} from "../src/vcards.mjs";
import {fakeHost, only} from "./fakes.mjs";

const ANNA = ["BEGIN:VCARD", "VERSION:4.0", "FN:Anna Berg", "EMAIL;PREF=1:anna@example.org", 
  "item1.EMAIL;TYPE=home:a.be", " rg@example.com", "TEL;TYPE=\"work,voice\";VALUE=uri:tel:+49-30-1234",
  "TEL:030 / 99", "NOTE:EMAIL:not@this.one", "END:VCARD"].join("\r\n");
const receipt = () => ({recorded: 1, known: 0, unreadable: 0});

/** @param {() => Promise<object[]>} query @returns {{cards: Cards, host: any, queries: object[]}} */
function setUp(query) {
  /** @type {object[]} */
  const queries = [];
  const host = Object.assign(fakeHost({"cards-read": receipt}), {ready: true});
  const api = only({addressBooks: {contacts: {query: (/** @type {object} */ asked) => {
    queries.push(asked);
    return query();
  }}}});
  return {cards: new Cards({host, api}), host, queries};
}

test("a card's addresses and numbers are read, folded lines and groups included", () => {
  assert.deepEqual(emailsIn(ANNA), ["anna@example.org", "a.berg@example.com"]);
  assert.deepEqual(phonesIn(ANNA), ["+49-30-1234", "030 / 99"]);
});

test("what is no card has nothing", () => {
  assert.deepEqual(emailsIn(""), []);
  assert.deepEqual(emailsIn("EMAIL\nEMAIL:\n:x@y"), []);
  assert.deepEqual(phonesIn("TEL:ask me"), []);
});

test("the cards of an address are told, those that only mention it are not", async () => {
  const {cards, host, queries} = setUp(async () => [
    {id: "1", vCard: ANNA},
    {id: "2", vCard: "EMAIL:boris@example.org\nNOTE:knows anna@example.org"},
  ]);
  await cards.tell("Anna@example.org");
  assert.deepEqual(host.asked, [
    {type: "cards-read", cards: [{id: "1", addresses: ["anna@example.org", "a.berg@example.com"]}]},
  ]);
  assert.deepEqual(queries, [{searchString: "Anna@example.org", includeRemote: false}]);
});

test("an address without a card is told nothing of", async () => {
  const {cards, host} = setUp(async () => []);
  await cards.tell("anna@example.org");
  assert.deepEqual(host.asked, []);
});

test("an address book that cannot be read is no obstacle", async () => {
  const {cards} = setUp(() => Promise.reject(new Error("locked")));
  await cards.tell("anna@example.org");
});

test("a card that was changed or deleted is told anew, where a host is there to hear it", async () => {
  const {cards, host} = setUp(async () => []);
  await cards.changed({id: "1", vCard: "EMAIL:anna@example.org"});
  await cards.deleted("2");
  host.ready = false;
  await cards.deleted("3");
  assert.deepEqual(host.asked.map((/** @type {any} */ event) => event.cards), [
    [{id: "1", addresses: ["anna@example.org"]}],
    [{id: "2", addresses: []}],
  ]);
});
