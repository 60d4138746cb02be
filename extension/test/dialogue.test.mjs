import assert from "node:assert/strict";
import {test} from "node:test";
import {Dialogue} from "../src/dialogue.mjs";
import {HostFault} from "../src/host.mjs";
import {FakeClock, fakeHost, only} from "./fakes.mjs";

const CLAIM = {kind: "met", on: "2026-12-01"};
const WORDS = {deadline: "2026-12-01", reason: "it is printed", introduction: "I am Lena.", request: "May I come?"};
const ANNA = {address: "anna@example.org", name: "Anna Berg"};
const SCRIPT = {refusal: null, script: {sentences: ["I am Lena.", "May I come?"]}, undo: null};
const REFUSED = {refusal: {text: "no", passage: "p", passageText: "p"}, script: null, undo: null};

/**
 * @param {object} [parts]
 * @param {Record<string, (event: any) => any>} [parts.answers] of the host
 * @param {any[]} [parts.found] mails with the Message-ID
 * @param {object} [parts.api]
 */
function setUp({answers = {}, found = [{id: 5, size: 9}], api = {}} = {}) {
  /** @type {any[]} */
  const done = [];
  const host = fakeHost(answers);
  const dialogue = new Dialogue({
    host,
    statements: {say: async statement => {
      done.push(["say", statement]);
      return {noted: {text: "Noted.", undo: null}, kept: false};
    }},
    drafts: {refresh: async (tabId, options) => void done.push(["refresh", tabId, options])},
    api: only({
      compose: {getComposeDetails: async () => ({type: "reply", relatedMessageId: 7})},
      messages: {
        get: async () => ({headerMessageId: "first@example.org"}),
        query: async () => ({id: null, messages: found}),
        getRaw: async () => "Subject: x\r\n\r\nNot now.",
      },
      ...api,
    }),
    clock: new FakeClock(),
  });
  return {dialogue, host, done};
}

test("a claim is stated of the thread the draft continues, and the draft is looked at anew after it", async () => {
  const {dialogue, done} = setUp();
  const said = await dialogue.state(3, ANNA, CLAIM);
  assert.deepEqual(said, {noted: {text: "Noted.", undo: null}, kept: false});
  assert.deepEqual(done, [
    ["say", {person: '"Anna Berg" <anna@example.org>', references: ["first@example.org"], claim: CLAIM}],
    ["refresh", 3, {force: true}],
  ]);
});

test("the sentence is read from the mail once", async () => {
  const {dialogue, host} = setUp({answers: {"evidence-asked": () => ({sentence: "Not now."})}});
  assert.equal(await dialogue.evidence("a@b"), "Not now.");
  assert.equal(await dialogue.evidence("a@b"), "Not now.");
  assert.deepEqual(host.asked, [{type: "evidence-asked", mail: {raw: "Subject: x\r\n\r\nNot now."}}]);
});

test("a mail that is gone has no sentence, and is looked for again the next time", async () => {
  /** @type {any[]} */
  const found = [];
  const {dialogue} = setUp({answers: {"evidence-asked": () => ({sentence: "Not now."})}, found});
  assert.equal(await dialogue.evidence("a@b"), "");
  found.push({id: 5});
  assert.equal(await dialogue.evidence("a@b"), "Not now.");
});

test("a host that is away has no sentence", async () => {
  const {dialogue} = setUp({answers: {"evidence-asked": () => Promise.reject(new HostFault("gone"))}});
  assert.equal(await dialogue.evidence("a@b"), "");
});

test("a call is prepared from the user's words, and has the number from the address book", async () => {
  const query = async () => [{vCard: "EMAIL:anna@example.org\r\nTEL:+49 40 123"}];
  const {dialogue, host, done} = setUp({
    answers: {"call-asked": () => SCRIPT}, api: {addressBooks: {contacts: {query}}},
  });
  assert.deepEqual(await dialogue.call(3, ANNA, WORDS), {call: SCRIPT, phones: ["+49 40 123"]});
  assert.deepEqual(host.asked, [{
    type: "call-asked", person: '"Anna Berg" <anna@example.org>', references: ["first@example.org"], ...WORDS,
  }]);
  assert.deepEqual(done, [["refresh", 3, {force: true}]]);
});

test("a name cannot break out of its mailbox", async () => {
  const {dialogue, host} = setUp({answers: {"call-asked": () => REFUSED}});
  await dialogue.call(3, {address: "a@b.org", name: 'A "B" \\'}, WORDS);
  await dialogue.call(3, {address: "a@b.org", name: null}, WORDS);
  assert.deepEqual(host.asked.map(({person}) => person), ['"A \\"B\\" \\\\" <a@b.org>', "a@b.org"]);
});

test("a call that is refused has no number", async () => {
  const {dialogue, done} = setUp({answers: {"call-asked": () => REFUSED}});
  assert.deepEqual(await dialogue.call(3, ANNA, WORDS), {call: REFUSED, phones: []});
  assert.deepEqual(done, []);
});

test("without the host no call is prepared", async () => {
  const {dialogue} = setUp({answers: {"call-asked": () => Promise.reject(new HostFault("gone"))}});
  assert.deepEqual(await dialogue.call(3, ANNA, WORDS), {call: null, phones: []});
});
