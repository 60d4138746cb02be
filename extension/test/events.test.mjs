import assert from "node:assert/strict";
import {test} from "node:test";
import {addressIn, draftOf, isLeftOut, myAddresses, peopleAsked, peopleOf, referencesOf} from "../src/events.mjs";
import {only} from "./fakes.mjs";

/** @param {object} fields @returns {any} */
const details = fields => ({
  type: "new", from: "Me <me@example.org>", to: [], subject: "", plainTextBody: "", ...fields,
});

/** @param {Record<number, object>} mails @param {Record<number, object>} [headers] */
const withMails = (mails, headers = {}) => only({messages: {
  get: async (/** @type {number} */ id) => mails[id] ?? Promise.reject(new Error("Message not found")),
  getHeaders: async (/** @type {number} */ id) => headers[id] ?? assert.fail("headers were not set up"),
}});

const MAIL = {headerMessageId: "first@example.org", folder: {specialUse: ["sent"]}};
const DRAFT = {headerMessageId: "draft@example.org", folder: {specialUse: ["drafts"]}};

for (const type of ["reply", "forward", "draft"]) {
  test(`a ${type} continues the mail it is related to`, async () => {
    const references = await referencesOf(details({type, relatedMessageId: 5}), withMails({5: MAIL}));
    assert.deepEqual(references, ["first@example.org"]);
  });
}

test("a new mail and one edited as new continue nothing", async () => {
  assert.deepEqual(await referencesOf(details({}), only({})), []);
  assert.deepEqual(await referencesOf(details({type: "new", relatedMessageId: 5}), only({})), []);
});

test("a reopened draft of a new mail is related to itself, and continues nothing", async () => {
  const api = withMails({5: DRAFT}, {5: {}});
  assert.deepEqual(await referencesOf(details({type: "draft", relatedMessageId: 5}), api), []);
});

test("a reopened draft whose original is elsewhere continues what its headers say", async () => {
  const api = withMails({5: DRAFT}, {5: {"in-reply-to": ["<first@example.org>"]}});
  assert.deepEqual(await referencesOf(details({type: "draft", relatedMessageId: 5}), api), ["first@example.org"]);
});

test("a reply to a mail that has been deleted continues nothing", async () => {
  assert.deepEqual(await referencesOf(details({type: "reply", relatedMessageId: 5}), withMails({})), []);
});

test("half-typed names and contact lists are no recipients", () => {
  const list = {id: "7", type: "mailingList"};
  const to = ["Anna", "Anna Berg <anna@example.org>", "plain@example.org", list, "a b@c d", ""];
  assert.deepEqual(peopleAsked(details({to})), ["Anna Berg <anna@example.org>", "plain@example.org"]);
});

test("a single recipient may come without a list", () => {
  assert.deepEqual(draftOf(details({to: "anna@example.org", cc: undefined}), []).to, ["anna@example.org"]);
});

test("the text of a draft is cut at the protocol's limit", () => {
  assert.equal(draftOf(details({plainTextBody: "x".repeat(70_000)}), []).text.length, 65_536);
});

test("a quoted display name may contain what an address has", () => {
  assert.equal(addressIn('"Berg, Anna <home>" <Anna@Example.org>'), "anna@example.org");
});

test("my addresses are those of all identities, each once", async () => {
  const list = async () => [{email: "Me@example.org"}, {email: "me@example.org "}, {email: ""}, {}];
  assert.deepEqual(await myAddresses({identities: {list}}), ["me@example.org"]);
});

test("a displayed mail of mine is about its recipients, another about its author", () => {
  const header = /** @type {any} */ ({author: "Me <me@example.org>", recipients: ["Anna <anna@example.org>"]});
  assert.deepEqual(peopleOf(header, ["me@example.org"]), ["Anna <anna@example.org>"]);
  assert.deepEqual(peopleOf(header, ["other@example.org"]), ["Me <me@example.org>"]);
});

test("drafts, templates, the outbox, junk and trash are left out", () => {
  for (const use of ["drafts", "templates", "outbox", "junk", "trash"]) {
    assert.equal(isLeftOut({specialUse: [use]}), true);
  }
  assert.equal(isLeftOut({specialUse: ["archives"]}), false);
  assert.equal(isLeftOut(undefined), false);
});
