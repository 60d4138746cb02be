import assert from "node:assert/strict";
import {test} from "node:test";
import {headerBlock, portions, rawOf} from "../src/mails.mjs";
import {FakeClock, only} from "./fakes.mjs";

/** @type {any} */
const header = {
  id: 4, headerMessageId: "a@b", date: new Date("2026-11-02T08:00:00Z"), author: "Lena Vögt <lena@example.org>",
  recipients: ["Anna <anna@example.org>"], ccList: [], subject: "Grüße", size: 1000,
};

test("a mail is handed over raw, cut at the protocol's limit", async () => {
  const api = only({messages: {getRaw: async () => "x".repeat(300_000)}});
  assert.equal((await rawOf(header, api, new FakeClock())).raw.length, 262_144);
});

test("a mail that cannot be fetched still counts, rebuilt from what the folder knows", async () => {
  const api = only({messages: {getRaw: async () => Promise.reject(new Error("offline"))}});
  const {raw, isWhole} = await rawOf(header, api, new FakeClock());
  assert.equal(isWhole, false);
  assert.equal(raw, [
    "Message-ID: <a@b>",
    "Date: Mon, 02 Nov 2026 08:00:00 +0000",
    "From: Lena V\u00c3\u00b6gt <lena@example.org>",
    "To: Anna <anna@example.org>",
    "Subject: Gr\u00c3\u00bc\u00c3\u009fe",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    "",
  ].join("\r\n"));
});

test("a server that does not deliver is not waited for without end", async () => {
  const clock = new FakeClock();
  const raw = rawOf(header, only({messages: {getRaw: () => new Promise(() => {})}}), clock);
  await clock.pass(10_000);
  assert.match((await raw).raw, /^Message-ID: <a@b>/);
});

test("a huge mail is not fetched at all", async () => {
  const {raw} = await rawOf({...header, size: 50_000_000}, only({messages: {}}), new FakeClock());
  assert.match(raw, /^Message-ID/);
});

test("a line break in a value begins no header of its own", () => {
  const block = headerBlock({messageId: "a@b", date: new Date(0), from: "x@y", to: [], cc: [],
    subject: "Hi\r\nBcc: all@example.org", references: [], text: ""});
  assert.ok(!/^Bcc/m.test(block));
});

test("what is sent without a copy keeps its thread and its text", () => {
  const block = headerBlock({messageId: "a@b", date: new Date(0), from: "x@y", to: ["p@q", "r@s"], cc: ["c@d"],
    subject: "s", references: ["one@x"], text: "a\nb"});
  assert.match(block, /\r\nTo: p@q, r@s\r\nCc: c@d\r\n/);
  assert.match(block, /\r\nReferences: <one@x>\r\n/);
  assert.match(block, /\r\n\r\na\r\nb$/);
});

test("portions hold 64 mails at most", () => {
  assert.deepEqual(portions(Array(130).fill("x")).map(({length}) => length), [64, 64, 2]);
});

test("portions keep under the limit of bytes, counted as they travel", () => {
  const raw = "\u00ff".repeat(262_144);
  for (const portion of portions(Array(20).fill(raw))) {
    assert.ok(new TextEncoder().encode(JSON.stringify(portion)).length <= 4_194_304 + 100);
  }
});

test("no mails, no portions", () => {
  assert.deepEqual(portions([]), []);
});
