import assert from "node:assert/strict";
import {test} from "node:test";
import {Attachments, messageIdOf} from "../src/attachments.mjs";
import {FakeClock, settle} from "./fakes.mjs";

/** @param {Record<number, {name: string, read: () => Promise<any>}>} all by id */
function setUp(all) {
  const clock = new FakeClock();
  /** @type {number[]} */
  const fetched = [];
  /** @type {number[]} */
  const late = [];
  const api = {compose: {
    listAttachments: async () => Object.entries(all).map(([id, {name}]) => ({id: Number(id), name})),
    getAttachmentFile: async (/** @type {number} */ id) => {
      fetched.push(id);
      return all[id].read();
    },
  }};
  const attachments = new Attachments({api, clock, onRead: tabId => void late.push(tabId)});
  return {attachments, clock, fetched, late, all};
}

/** @param {string} id */
const mail = id => async () => new Blob([`From: a@example.org\r\nMessage-ID: <${id}>\r\n\r\nHello`]);

test("an attached mail is told by its Message-ID, and read once", async () => {
  const {attachments, fetched} = setUp({
    1: {name: "Bridges.eml", read: mail("first@example.org")},
    2: {name: "plates.pdf", read: () => assert.fail("no mail")},
  });
  assert.deepEqual(await attachments.mails(3), ["first@example.org"]);
  assert.deepEqual(await attachments.mails(3), ["first@example.org"]);
  assert.deepEqual(fetched, [1]);
});

test("a mail that is detached is told no more", async () => {
  const {attachments, all} = setUp({1: {name: "a.eml", read: mail("first@example.org")}});
  await attachments.mails(3);
  delete all[1];
  assert.deepEqual(await attachments.mails(3), []);
});

test("a mail that cannot be read, or names itself not, is left out", async () => {
  const {attachments} = setUp({
    1: {name: "a.eml", read: () => Promise.reject(new Error("offline"))},
    2: {name: "b.EML", read: async () => new Blob(["Subject: x\r\n\r\nMessage-ID: <body@example.org>"])},
    3: {name: "c.eml", read: mail("third@example.org")},
  });
  assert.deepEqual(await attachments.mails(3), ["third@example.org"]);
});

test("a server that is slow is not waited for, and the draft is told again when it has delivered", async () => {
  /** @type {(file: any) => void} */
  let deliver = () => {};
  const {attachments, clock, late} = setUp({1: {name: "a.eml", read: () => new Promise(resolve => {
    deliver = resolve;
  })}});
  const mails = attachments.mails(3);
  await clock.pass(400);
  assert.deepEqual(await mails, []);
  assert.deepEqual(late, []);
  deliver(await mail("first@example.org")());
  await settle();
  assert.deepEqual(late, [3]);
  assert.deepEqual(await attachments.mails(3), ["first@example.org"]);
  assert.deepEqual(late, [3]);
});

test("a window without attachments any more, or at all, has no mails", async () => {
  const gone = {compose: {
    listAttachments: () => Promise.reject(new Error("Invalid tab ID")),
    getAttachmentFile: () => assert.fail("nothing to read"),
  }};
  const attachments = new Attachments({api: gone, clock: new FakeClock(), onRead: () => {}});
  assert.deepEqual(await attachments.mails(3), []);
  attachments.closed(3);
});

test("a folded Message-ID is read, one in the text is not", () => {
  assert.equal(messageIdOf("Subject: x\nMessage-Id:\n <a@b>\n\ntext"), "a@b");
  assert.equal(messageIdOf("Subject: x\r\n\r\nMessage-ID: <a@b>"), null);
});
