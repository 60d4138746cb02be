import assert from "node:assert/strict";
import {test} from "node:test";
import {observeMails} from "../src/observed.mjs";
import {FakeClock, fakeHost, only} from "./fakes.mjs";

/** @param {number} at @returns {any} */
const header = at => ({id: at, headerMessageId: `m${at}@x`, date: new Date(0), author: "a@x", recipients: ["b@x"]});

const HOST = {"mail-observed": (/** @type {any} */ {mails}) => ({recorded: mails.length, known: 0, unreadable: 0})};

test("mails are told in portions of 64, in their order", async () => {
  const host = fakeHost(HOST);
  const api = only({messages: {getRaw: async (/** @type {number} */ id) => `raw of ${id}`}});
  const headers = Array.from({length: 100}, (_, at) => header(at));
  const observed = await observeMails(headers, {host, api, clock: new FakeClock()});
  assert.deepEqual(observed, {recorded: 100, known: 0, unreadable: 0, rebuilt: 0});
  assert.deepEqual(host.asked.map(({mails}) => mails.length), [64, 36]);
  assert.deepEqual(host.asked[1].mails[0], {raw: "raw of 64"});
});

test("a server that does not deliver is tried four times, then the portion counts by its header lines", async () => {
  const host = fakeHost(HOST);
  let tried = 0;
  const api = only({messages: {getRaw: async () => {
    tried++;
    throw new Error("offline");
  }}});
  const headers = Array.from({length: 64}, (_, at) => header(at));
  const observed = await observeMails(headers, {host, api, clock: new FakeClock()});
  assert.equal(observed.rebuilt, 64);
  assert.equal(tried, 4);
});

test("a mail among others that cannot be fetched is no reason to give up on these", async () => {
  const host = fakeHost(HOST);
  const api = only({messages: {getRaw: async (/** @type {number} */ id) => {
    if (id % 3 === 0) {
      throw new Error("gone");
    }
    return "raw";
  }}});
  const headers = Array.from({length: 30}, (_, at) => header(at));
  assert.equal((await observeMails(headers, {host, api, clock: new FakeClock()})).rebuilt, 10);
});
