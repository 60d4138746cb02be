import assert from "node:assert/strict";
import {test} from "node:test";
import {Fixes, quotable} from "../src/fixes.mjs";
import {only} from "./fakes.mjs";

const FIX = {id: "insert-first-mail", label: "Insert", messageId: "a@b", attribution: "On Monday, I wrote:"};

/** @param {any[]} parts inline text parts of the mail @param {any[]} [found] mails with the Message-ID */
function setUp(parts, found = [{id: 5}]) {
  /** @type {any[]} */
  const told = [];
  const api = only({
    messages: {
      query: async () => ({id: null, messages: found}),
      listInlineTextParts: async () => parts,
    },
    compose: {getComposeDetails: async () => ({isPlainText: false})},
    messengerUtilities: {convertToPlainText: async (/** @type {string} */ html) => html.replace(/<[^>]*>/g, "")},
    tabs: {sendMessage: async (/** @type {number} */ tabId, /** @type {any} */ message) => {
      told.push({tabId, ...message});
      return true;
    }},
  });
  return {fixes: new Fixes({api}), told};
}

test("the compose script gets the lines of the mail to quote", async () => {
  const {fixes, told} = setUp([{contentType: "text/plain", content: "Dear Anna,\r\n\r\nhello\r\n"}]);
  assert.equal(await fixes.apply(3, FIX), true);
  assert.deepEqual(told, [{
    tabId: 3, type: "insert-quote", attribution: FIX.attribution, messageId: "a@b", lines: ["Dear Anna,", "", "hello"],
    isPlainText: false,
  }]);
});

test("a mail in HTML is quoted as its text", async () => {
  const {fixes, told} = setUp([{contentType: "text/html", content: "<p onclick=evil()>Hello</p>"}]);
  await fixes.apply(3, FIX);
  assert.deepEqual(told[0].lines, ["Hello"]);
});

test("of a mail in both forms the text is taken", async () => {
  const {fixes, told} = setUp([
    {contentType: "text/plain", content: "plain"},
    {contentType: "text/html", content: "<b>html</b>"},
  ]);
  await fixes.apply(3, FIX);
  assert.deepEqual(told[0].lines, ["plain"]);
});

test("a mail that is gone, and a fix of a later version, change nothing", async () => {
  assert.equal(await setUp([], []).fixes.apply(3, FIX), false);
  assert.equal(await setUp([]).fixes.apply(3, {id: "call-them", label: "Call"}), false);
});

test("the signature and empty lines at either end are not quoted", () => {
  assert.deepEqual(quotable("\n\nHello  \nAnna\n\n-- \nLena\n"), ["Hello", "Anna"]);
  assert.deepEqual(quotable("Hello\n--\nno signature"), ["Hello", "--", "no signature"]);
  assert.deepEqual(quotable(""), []);
});

test("what is quoted is bounded", () => {
  assert.ok(quotable("word\n".repeat(100_000)).join("\n").length <= 20_000);
});
