import assert from "node:assert/strict";
import {test} from "node:test";
import {Fixes, paragraphs, quotable} from "../src/fixes.mjs";
import {annotation, only} from "./fakes.mjs";

const FIX = {id: "insert-first-mail", label: "Insert", messageId: "a@b", attribution: "On Monday, I wrote:"};

/**
 * @param {object} [parts]
 * @param {any[]} [parts.parts] inline text parts of the mail
 * @param {any[]} [parts.found] mails with the Message-ID
 * @param {any} [parts.details] of the draft
 * @param {boolean} [parts.changed] whether the compose script could change the text
 * @param {any} [parts.headers] of Send Later
 * @param {() => Promise<void>} [parts.save]
 */
function setUp({parts = [], found = [{id: 5}], details = {}, changed = true, headers = null, save} = {}) {
  /** @type {any[]} */
  const told = [];
  /** What was done, in order. @type {any[]} */
  const done = [];
  /** @param {string} name @returns {(...given: any[]) => Promise<void>} */
  const note = name => async (...given) => void done.push([name, ...given]);
  const api = only({
    messages: {
      query: async () => ({id: null, messages: found}),
      listInlineTextParts: async () => parts,
    },
    compose: {
      getComposeDetails: async () => ({isPlainText: false, subject: "Old", ...details}),
      setComposeDetails: note("set"),
      saveMessage: save ?? (async (/** @type {any[]} */ ...given) => {
        done.push(["save", ...given]);
        return {messages: [{headerMessageId: "draft@b"}]};
      }),
      beginNew: note("begin"),
    },
    messengerUtilities: {convertToPlainText: async (/** @type {string} */ html) => html.replace(/<[^>]*>/g, "")},
    tabs: {
      sendMessage: async (/** @type {number} */ tabId, /** @type {any} */ message) => {
        told.push({tabId, ...message});
        return changed;
      },
      remove: note("close"),
    },
    windows: {create: async (/** @type {any} */ {url}) => void done.push(["window", url])},
    runtime: {getURL: (/** @type {string} */ path) => path},
  });
  const drafts = {view: async () => ({annotation: annotation({person: "anna@example.org"}), fault: null})};
  const statements = {state: async (/** @type {any} */ one) => void done.push(["state", one])};
  const sendLater = {headersFor: async () => headers};
  const fixes = new Fixes({api, drafts, statements, sendLater, reminders: {add: note("remind")}});
  return {fixes, told, done};
}

test("the compose script gets the lines of the mail to quote", async () => {
  const {fixes, told} = setUp({parts: [{contentType: "text/plain", content: "Dear Anna,\r\n\r\nhello\r\n"}]});
  assert.deepEqual(await fixes.apply(3, FIX), {undo: null});
  assert.deepEqual(told, [{
    tabId: 3, type: "insert-quote", attribution: FIX.attribution, messageId: "a@b", lines: ["Dear Anna,", "", "hello"],
    isPlainText: false,
  }]);
});

test("a mail in HTML is quoted as its text", async () => {
  const {fixes, told} = setUp({parts: [{contentType: "text/html", content: "<p onclick=evil()>Hello</p>"}]});
  await fixes.apply(3, FIX);
  assert.deepEqual(told[0].lines, ["Hello"]);
});

test("of a mail in both forms the text is taken", async () => {
  const {fixes, told} = setUp({parts: [
    {contentType: "text/plain", content: "plain"},
    {contentType: "text/html", content: "<b>html</b>"},
  ]});
  await fixes.apply(3, FIX);
  assert.deepEqual(told[0].lines, ["plain"]);
});

test("a mail that is gone, and a fix of a later version, change nothing", async () => {
  assert.equal(await setUp({found: []}).fixes.apply(3, FIX), false);
  assert.equal(await setUp().fixes.apply(3, {id: "call-them", label: "Call"}), false);
});

test("words are replaced by the compose script, and words that are gone change nothing", async () => {
  const mark = {quote: "ASAP", nth: 1};
  const fix = {id: "replace", label: "", mark, text: "by Friday"};
  const {fixes, told} = setUp();
  assert.deepEqual(await fixes.apply(3, fix), {undo: null});
  assert.deepEqual(told, [{tabId: 3, type: "replace-words", mark, text: "by Friday"}]);
  assert.equal(await setUp({changed: false}).fixes.apply(3, fix), false);
});

test("a sentence is added the way the draft is written", async () => {
  const {fixes, told} = setUp({details: {isPlainText: true}});
  await fixes.apply(3, {id: "add-sentence", label: "", text: "May I call?"});
  assert.deepEqual(told, [{tabId: 3, type: "add-sentence", text: "May I call?", isPlainText: true}]);
});

test("a subject that was set can be taken back by the same fix with the old one", async () => {
  const {fixes, done} = setUp();
  const fix = {id: "set-subject", label: "Set", text: "Re: First"};
  assert.deepEqual(await fixes.apply(3, fix), {undo: {...fix, text: "Old"}});
  assert.deepEqual(done, [["set", 3, {subject: "Re: First"}]]);
});

const LATER = {id: "send-on", label: "", day: "2026-12-01"};
const SNOOZED = {person: "anna@example.org", references: [], claim: {kind: "snoozed", until: "2026-12-01"}};

test("without Send Later the draft is kept, nothing is due until its day, and the window closes", async () => {
  const {fixes, done} = setUp();
  assert.deepEqual(await fixes.apply(3, LATER), {undo: null});
  assert.deepEqual(done, [["save", 3, {mode: "draft"}], ["state", SNOOZED],
    ["remind", {day: "2026-12-01", messageId: "draft@b", name: "Old"}], ["close", 3],
    ["window", "kept/kept.html?day=2026-12-01&by=tact"]]);
});

test("with Send Later the draft is scheduled beside the headers it has", async () => {
  const own = {name: "X-Own", value: "1"};
  const headers = [{name: "X-Send-Later-At", value: "then"}];
  const {fixes, done} = setUp({headers, details: {customHeaders: [own]}});
  await fixes.apply(3, LATER);
  assert.deepEqual(done, [["set", 3, {customHeaders: [own, ...headers]}], ["save", 3, {mode: "draft"}],
    ["state", SNOOZED], ["close", 3], ["window", "kept/kept.html?day=2026-12-01&by=send-later"]]);
});

test("a draft that cannot be kept stays open as it was", async () => {
  const {fixes, done} = setUp({
    headers: [{name: "X-Send-Later-At", value: "then"}],
    save: () => Promise.reject(new Error("disk full")),
  });
  assert.equal(await fixes.apply(3, LATER), false);
  assert.deepEqual(done.map(([what]) => what), ["set", "set"]);
  assert.deepEqual(done[1][2], {customHeaders: []});
});

test("a mail to somebody else is begun with the same identity, in whatever form it writes", async () => {
  const {fixes, done} = setUp({details: {identityId: "id1"}});
  const body = "Dear Tom,\n\n<hi>";
  await fixes.apply(3, {id: "write-to", label: "", to: "Tom <tom@example.org>", text: "Anna", body});
  assert.deepEqual(done, [["begin", {
    to: ["Tom <tom@example.org>"], subject: "Anna", identityId: "id1",
    body: "<p>Dear Tom,</p><p>&#60;hi&#62;</p>", plainTextBody: body,
  }]]);
});

test("paragraphs are what empty lines part", () => {
  assert.equal(paragraphs("a\nb\n\n\nc\n"), "<p>a<br>b</p><p>c</p>");
});

test("the signature and empty lines at either end are not quoted", () => {
  assert.deepEqual(quotable("\n\nHello  \nAnna\n\n-- \nLena\n"), ["Hello", "Anna"]);
  assert.deepEqual(quotable("Hello\n--\nno signature"), ["Hello", "--", "no signature"]);
  assert.deepEqual(quotable(""), []);
});

test("what is quoted is bounded", () => {
  assert.ok(quotable("word\n".repeat(100_000)).join("\n").length <= 20_000);
});
