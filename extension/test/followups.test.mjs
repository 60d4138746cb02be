import assert from "node:assert/strict";
import {test} from "node:test";
import {FollowUps} from "../src/followups.mjs";
import {HostFault} from "../src/host.mjs";
import {FakeClock, annotation, fakeHost, only, settle} from "./fakes.mjs";

const FIX = Object.freeze({id: "insert-first-mail", label: "Insert", messageId: "first@b", attribution: "On Monday"});
const ADVICE = Object.freeze({rule: "quote-first-mail", fixes: [FIX]});
const WANTED = Object.freeze({group: null, text: "anna", sort: /** @type {const} */ ("next")});

/**
 * @param {object} [options]
 * @param {any[]} [options.copies] of the mail that is looked for
 * @param {any[]} [options.advice] on a new draft
 * @param {number} [options.deaf] how many questions the editor's script does not hear
 * @param {number} [options.late] how many looks at the draft come before there is any advice
 * @param {(event: any) => any} [options.answer] of the host
 */
function setUp({copies = [{id: 7, folder: {specialUse: ["sent"]}}], advice = [], deaf = 0, late = 0, answer} = {}) {
  const clock = new FakeClock();
  /** @type {any[]} */
  const done = [];
  const api = only({
    messages: {query: async () => ({id: null, messages: copies})},
    messageDisplay: {open: async (/** @type {any} */ how) => done.push(["open", how])},
    compose: {beginReply: async (/** @type {number} */ id, /** @type {string} */ type) => {
      done.push(["reply", id, type]);
      return {id: 12};
    }},
    tabs: {sendMessage: async () => {
      if (deaf-- > 0) {
        throw new Error("Could not establish connection");
      }
      return true;
    }},
    runtime: {sendMessage: async (/** @type {any} */ message) => done.push(["tell", message.type])},
  });
  const host = Object.assign(fakeHost({"follow-ups-asked": answer ?? (() => ({rows: []}))}), {retryInMs: 4_000});
  const followUps = new FollowUps({
    host, api, clock,
    statements: {say: async statement => {
      done.push(["say", statement]);
      return {noted: {text: "Noted.", undo: null}, kept: false};
    }},
    drafts: {view: async () => ({annotation: late-- > 0 ? null : annotation({advice}), fault: null})},
    fixes: {apply: async (tabId, fix) => {
      done.push(["fix", tabId, fix.id]);
      return {undo: null};
    }},
    onStated: () => done.push(["stated"]),
  });
  return {followUps, done, clock, host};
}

test("a page gets the rows it wants", async () => {
  const {followUps, host} = setUp();
  assert.deepEqual(await followUps.page(WANTED, 100, 50), {answer: {rows: []}, fault: null, askAgainMs: 0});
  assert.deepEqual(host.asked, [{type: "follow-ups-asked", ...WANTED, from: 100, limit: 50}]);
});

test("a page hears what is wrong with the host, and when to ask again", async () => {
  const {followUps} = setUp({answer: () => Promise.reject(new HostFault("missing"))});
  assert.deepEqual(await followUps.page(WANTED, 0, 50),
    {answer: null, fault: {name: "missing", detail: null}, askAgainMs: 4_000});
});

test("a mail opens in a tab, and not its copy in the trash", async () => {
  const {followUps, done} = setUp({copies: [{id: 3, folder: {specialUse: ["trash"]}}, {id: 7, folder: {}}]});
  assert.equal(await followUps.open("a@b"), true);
  assert.deepEqual(done, [["open", {messageId: 7, location: "tab", active: true}]]);
});

test("a mail that is gone cannot be opened or answered", async () => {
  const {followUps, done} = setUp({copies: []});
  assert.equal(await followUps.open("a@b"), false);
  assert.equal(await followUps.write("a@b"), false);
  assert.deepEqual(done, []);
});

test("a follow-up is an answer to all of one's own last mail, left as it is where that quotes the first", async () => {
  const {followUps, done, clock} = setUp();
  assert.equal(await followUps.write("a@b"), true);
  await clock.pass(10_000);
  assert.deepEqual(done, [["reply", 7, "replyToAll"]]);
});

test("the first mail is put in where it is not quoted, as soon as the editor is there", async () => {
  const {followUps, done, clock} = setUp({advice: [{rule: "due", fixes: []}, ADVICE], deaf: 3});
  await followUps.write("a@b");
  await clock.pass(100);
  assert.deepEqual(done, [["reply", 7, "replyToAll"]]);
  await clock.pass(100);
  assert.deepEqual(done[1], ["fix", 12, "insert-first-mail"]);
});

test("advice that takes its time is waited for", async () => {
  const {followUps, done, clock} = setUp({advice: [ADVICE], late: 5});
  await followUps.write("a@b");
  await clock.pass(1_000);
  assert.deepEqual(done[1], ["fix", 12, "insert-first-mail"]);
});

test("an editor that never comes is not waited for", async () => {
  const {followUps, done, clock} = setUp({advice: [ADVICE], deaf: Infinity});
  await followUps.write("a@b");
  await clock.pass(60_000);
  assert.equal(done.length, 1);
  assert.equal(clock.pending, 0);
});

test("what is stated is about the thread of the mail, and everything is looked at anew", async () => {
  const {followUps, done} = setUp();
  const claim = {kind: "decided", outcome: "let-go"};
  const {noted} = await followUps.state({person: "anna@example.org", messageId: "a@b", claim});
  assert.equal(noted?.text, "Noted.");
  assert.deepEqual(done, [["say", {person: "anna@example.org", references: ["a@b"], claim}], ["stated"]]);
});

test("open pages hear of news", async () => {
  const {followUps, done} = setUp();
  followUps.changed();
  await settle();
  assert.deepEqual(done, [["tell", "follow-ups-changed"]]);
});
