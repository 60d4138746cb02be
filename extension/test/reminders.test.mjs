import assert from "node:assert/strict";
import {test} from "node:test";
import {Reminders} from "../src/reminders.mjs";
import {FakeClock, fakeStorage, only} from "./fakes.mjs";

const DRAFTS = {specialUse: ["drafts"]};
const ANNA = Object.freeze({day: "2026-12-01", messageId: "a@b", name: "Anna Berg"});
const BORIS = Object.freeze({day: "2026-12-02", messageId: "c@d", name: "Boris Klein"});

/** @param {string} day */
const nine = day => new Date(`${day}T09:00`).getTime();

/**
 * @param {Record<string, object>} folders of the mails there are, by Message-ID
 * @param {string} now
 */
async function setUp(folders, now) {
  const clock = new FakeClock();
  await clock.pass(new Date(now).getTime());
  /** @type {any[]} */
  const done = [];
  const api = only({
    alarms: {
      create: (/** @type {string} */ _, /** @type {any} */ {when}) => done.push(["alarm", when]),
      clear: async () => done.push(["no alarm"]),
    },
    messages: {query: async (/** @type {any} */ {headerMessageId}) => ({
      id: null,
      messages: headerMessageId in folders ? [{id: 7, folder: folders[headerMessageId]}] : [],
    })},
    messageDisplay: {open: async (/** @type {any} */ what) => done.push(["open", what.messageId])},
    notifications: {create: async (/** @type {string} */ id, /** @type {any} */ {title, message}) =>
      done.push(["notify", id, title, message])},
    runtime: {getURL: (/** @type {string} */ path) => path},
  });
  const storage = fakeStorage();
  const text = (/** @type {string} */ key, /** @type {string[]} */ ...values) => [key, ...values].join(" ");
  const reminders = new Reminders({api, storage: /** @type {any} */ (storage), clock, text});
  return {reminders, done, storage, clock};
}

test("the alarm is for nine on the first day of all, and is set anew at a start", async () => {
  const {reminders, done} = await setUp({}, "2026-11-23T12:00");
  await reminders.add(BORIS);
  await reminders.add(ANNA);
  await reminders.start();
  assert.deepEqual(done, [["alarm", nine("2026-12-02")], ["alarm", nine("2026-12-01")], ["alarm", nine("2026-12-01")]]);
});

test("without kept drafts there is no alarm", async () => {
  const {reminders, done} = await setUp({}, "2026-11-23T12:00");
  await reminders.start();
  assert.deepEqual(done, [["no alarm"]]);
});

test("on its day a draft is spoken of once", async () => {
  const {reminders, done, storage} = await setUp({"a@b": DRAFTS, "c@d": DRAFTS}, "2026-12-01T09:00");
  await reminders.add(ANNA);
  await reminders.add(BORIS);
  done.length = 0;
  await reminders.ring("kept-drafts");
  assert.deepEqual(done, [["notify", "kept-drafts a@b", "reminderOne 1", "Anna Berg"], ["alarm", nine("2026-12-02")]]);
  assert.deepEqual(storage.kept.reminders, [BORIS]);
});

test("days that were missed do not pile up: one notification for all", async () => {
  const {reminders, done} = await setUp({"a@b": DRAFTS, "c@d": DRAFTS}, "2026-12-09T18:00");
  await reminders.add(ANNA);
  await reminders.add(BORIS);
  done.length = 0;
  await reminders.ring("kept-drafts");
  assert.deepEqual(done, [["notify", "kept-drafts a@b", "reminderMany 2", "Anna Berg, Boris Klein"], ["no alarm"]]);
});

test("a draft that was sent or deleted is not spoken of", async () => {
  const {reminders, done} = await setUp({"a@b": {specialUse: ["sent"]}}, "2026-12-09T18:00");
  await reminders.add(ANNA);
  await reminders.add(BORIS);
  done.length = 0;
  await reminders.ring("kept-drafts");
  await reminders.ring("another alarm");
  assert.deepEqual(done, [["no alarm"]]);
});

test("a click opens the draft", async () => {
  const {reminders, done} = await setUp({"a@b": DRAFTS}, "2026-12-01T10:00");
  await reminders.clicked("kept-drafts a@b");
  await reminders.clicked("another");
  assert.deepEqual(done, [["open", 7]]);
});
