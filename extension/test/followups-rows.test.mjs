import assert from "node:assert/strict";
import {test} from "node:test";
import {Rows} from "../src/followups/rows.mjs";
import {settle} from "./fakes.mjs";

const WANTED = Object.freeze({group: null, text: "", sort: /** @type {const} */ ("next")});

/** @param {string[]} threads @param {string} [mood] */
const rowsOf = (threads, mood = "calm") => threads.map(thread => ({thread, mood}));

/** A host with so many threads that wait, which answers when it is told to. @param {number} size */
function setUp(size) {
  /** @type {any[]} */
  const asked = [];
  /** @type {any[]} */
  const open = [];
  const host = {
    threads: Array.from({length: size}, (_, at) => `t${at}`), mood: "calm", behind: 0,
    /** @type {{name: string, detail: null} | null} */
    fault: null,
  };
  let changes = 0;
  /** @type {any} */
  const ask = (/** @type {any} */ wanted, /** @type {number} */ from, /** @type {number} */ limit) => {
    asked.push([wanted.text, from, limit]);
    return new Promise(resolve => open.push(() => resolve(host.fault
      ? {answer: null, fault: host.fault, askAgainMs: 1_000}
      : {
        answer: {
          groups: [{group: "waiting", count: host.threads.length}], due: 0, behind: host.behind,
          rows: rowsOf(host.threads.slice(from, from + limit), host.mood),
        },
        fault: null, askAgainMs: 0,
      })));
  };
  const rows = new Rows({ask, wanted: WANTED, onChanged: () => void (changes += 1)});
  /** Answers what is asked until nothing is. */
  const answer = async () => {
    await settle();
    while (open.length > 0) {
      open.shift()();
      await settle();
    }
  };
  return {rows, asked, open, host, answer, changes: () => changes};
}

test("the first answer tells how many there are in each group, in the order of the list", async () => {
  const {rows, answer} = setUp(3);
  rows.refresh();
  await answer();
  assert.deepEqual(rows.groups?.map(({group, count}) => [group, count]), [["due", 0], ["waiting", 3],
    ["last-try-sent", 0], ["not-now", 0], ["meeting", 0], ["gone-quiet", 0], ["done", 0]]);
  assert.equal(rows.at(2)?.thread, "t2");
  assert.equal(rows.at(3), null);
});

test("only what is looked at is asked for, at most a hundred rows at a time, and once", async () => {
  const {rows, asked, answer} = setUp(10_000);
  rows.refresh();
  await answer();
  rows.look([{from: 7_240, to: 7_260}]);
  rows.look([{from: 7_241, to: 7_261}]);
  await answer();
  assert.deepEqual(asked, [["", 0, 50], ["", 7_200, 50], ["", 7_250, 50]]);
  assert.equal(rows.at(7_250)?.thread, "t7250");
  assert.equal(rows.at(5_000), null);
});

test("between two ranges, as over a closed group, nothing is asked for", async () => {
  const {rows, asked, answer} = setUp(10_000);
  rows.refresh();
  await answer();
  rows.look([{from: 0, to: 5}, {from: 9_000, to: 9_004}]);
  await answer();
  assert.deepEqual(asked.slice(1), [["", 9_000, 50]]);
});

test("who scrolls past much gets what is seen in the end, not all that was passed", async () => {
  const {rows, asked, answer, open} = setUp(10_000);
  rows.refresh();
  await answer();
  for (let at = 0; at < 9_000; at += 500) {
    rows.look([{from: at, to: at + 10}]);
  }
  rows.look([{from: 9_500, to: 9_510}]);
  assert.equal(open.length, 2);
  await answer();
  assert.equal(rows.at(9_505)?.thread, "t9505");
  assert.equal(asked.length, 4);
});

test("news leaves rows where they are until the new ones are there; who is as before stays the same row", async () => {
  const {rows, host, answer} = setUp(60);
  rows.refresh();
  await answer();
  const before = rows.at(1);
  host.threads.shift();
  rows.refresh();
  assert.equal(rows.at(1), before);
  await answer();
  assert.equal(rows.at(0), before);
});

test("rows that have moved are asked for again on the other pages too", async () => {
  const {rows, host, answer} = setUp(200);
  rows.look([{from: 0, to: 120}]);
  await answer();
  host.threads.shift();
  rows.refresh();
  await answer();
  assert.deepEqual([0, 49, 50, 119].map(at => rows.at(at)?.thread), ["t1", "t50", "t51", "t120"]);
  assert.equal(rows.indexOf("t120"), 119);
});

test("an answer to a question that nobody asks any more is dropped", async () => {
  const {rows, host, open, answer} = setUp(3);
  rows.refresh();
  await settle();
  host.mood = "new";
  rows.want({...WANTED, text: "anna"});
  const [first, second] = open.splice(0);
  second();
  await settle();
  host.mood = "old";
  first();
  await answer();
  assert.equal(/** @type {any} */ (rows.at(0)).mood, "new");
});

test("of what was wanted before nothing stays once the other rows come", async () => {
  const {rows, host, answer} = setUp(200);
  rows.look([{from: 0, to: 120}]);
  await answer();
  host.threads = Array.from({length: 120}, (_, at) => `u${at}`);
  rows.want({...WANTED, text: "u"});
  await answer();
  assert.equal(rows.at(110), null);
  assert.equal(rows.at(0)?.thread, "u0");
});

test("a fault leaves the rows, and the host is not asked again by itself", async () => {
  const {rows, host, asked, answer} = setUp(3);
  rows.refresh();
  await answer();
  host.fault = {name: "gone", detail: null};
  rows.refresh();
  await answer();
  rows.look([{from: 0, to: 3}]);
  await answer();
  assert.equal(asked.length, 2);
  assert.equal(rows.fault?.name, "gone");
  assert.equal(rows.at(0)?.thread, "t0");
  host.fault = null;
  rows.refresh();
  await answer();
  assert.equal(rows.fault, null);
});

test("of ten thousand rows that were scrolled through not all are kept", async () => {
  const {rows, answer} = setUp(10_000);
  rows.refresh();
  await answer();
  for (let at = 0; at < 10_000; at += 50) {
    rows.look([{from: at, to: at + 50}]);
    await answer();
  }
  const kept = Array.from({length: 10_000}, (_, at) => rows.at(at)).filter(row => row !== null).length;
  assert.equal(kept, 2_000);
  assert.equal(rows.isSettled, true);
});
