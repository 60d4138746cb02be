import assert from "node:assert/strict";
import {test} from "node:test";
import {MalformedReply, readReply, replyKeyOf} from "../src/protocol.mjs";

const annotation = {
  badge: null, label: null, title: null, lens: null, person: null, name: null, threadStreak: 0, personStreak: 0,
  due: null, advice: [], actions: [], gutCheck: null, call: null, hold: null,
};
/** @param {object} fields */
const reply = fields => ({v: 1, id: 7, ...fields});

test("a field of a newer host is ignored, at the top and inside", () => {
  const frame = reply({annotation: {...annotation, mood: "calm"}, trace: 3});
  assert.equal(readReply(frame).value.badge, null);
});

const ADVICE = Object.freeze({
  rule: "r", severity: "hint", text: "t", passage: null, passageText: null, optional: true,
  marks: [], choices: [], evidence: null,
});

test("a fix that this version does not know is let through", () => {
  const advice = [{...ADVICE,
    fixes: [{id: "call-them", label: "Call", number: 5}]}];
  assert.equal(readReply(reply({annotation: {...annotation, advice}})).value.advice[0].fixes[0].id, "call-them");
});

test("a fix that this version knows must bring what it needs", () => {
  const advice = [{...ADVICE,
    fixes: [{id: "insert-first-mail", label: "Insert", messageId: "a@b"}]}];
  assert.throws(() => readReply(reply({annotation: {...annotation, advice}})),
    /annotation\.advice\[0\]\.fixes\[0\]\.attribution is not a text/);
});

const REFUSAL = Object.freeze({text: "t", passage: "p", passageText: "t"});
const SCRIPT = Object.freeze({
  text: "t", sentences: ["a"], words: 1, seconds: 1, findings: [], passage: "p", passageText: "t", close: "c",
});

test("a problem without an id is one with a frame that could not be read", () => {
  const problem = {code: 1, text: "too large", retryable: false};
  assert.deepEqual(readReply({v: 1, id: null, problem}), {id: null, key: "problem", value: problem});
});

for (const [what, frame] of Object.entries({
  "not an object": [1],
  "another version": {...reply({annotation}), v: 2},
  "no id": {v: 1, annotation},
  "an id of null on an answer": {v: 1, id: null, annotation},
  "a fractional id": {v: 1, id: 1.5, annotation},
  "nothing answered": reply({}),
  "two answers at once": reply({annotation, receipt: {recorded: 0, known: 0, unreadable: 0}}),
  "a missing field": reply({receipt: {recorded: 0, known: 0}}),
  "a negative count": reply({receipt: {recorded: -1, known: 0, unreadable: 0}}),
  "null where a text must be": reply({welcome: {host: null, protocol: 1, language: "en"}}),
  "an unknown severity": reply({annotation: {...annotation, lens: {text: "x", severity: "panic"}}}),
  "a call that is neither refused nor worded": reply({call: {refusal: null, script: null, undo: null}}),
  "a call that is both": reply({call: {refusal: REFUSAL, script: SCRIPT, undo: null}}),
  "a gut check without answers": reply({annotation: {...annotation,
    gutCheck: {question: "?", passage: "gut-check", passageText: "t"}}}),
  "a follow-up in a group that there is not": reply({"follow-ups": {groups: [{group: "late", count: 1}], due: 1,
    behind: 0, rows: []}}),
  "insights without what they rest on": reply({insights: {findings: ["Mondays are best."]}}),
  "a list that is none": reply({unknown: {messageIds: "a@b"}}),
})) {
  test(`refused: ${what}`, () => {
    assert.throws(() => readReply(frame), MalformedReply);
  });
}

test("an event that the protocol does not have is a defect of this side", () => {
  assert.throws(() => replyKeyOf({type: "draft-sniffed"}), TypeError);
});
