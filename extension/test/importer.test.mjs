import assert from "node:assert/strict";
import {test} from "node:test";
import {pause} from "../src/clock.mjs";
import {HostFault, HostProblem} from "../src/host.mjs";
import {Importer} from "../src/importer.mjs";
import {FakeClock, fakeStorage, only, settle} from "./fakes.mjs";

/** The clocks of the tests begin here: 12 months before it is still after 1970. */
const NOW = Date.UTC(2026, 10, 24);
const DAY_MS = 86_400_000;

/** Whatever is asked takes so long, in milliseconds. */
const CALL_MS = 20;

/** What is asked after an interruption never comes back. */
const NEVER = new Promise(() => {});

/**
 * A Thunderbird with folders of mails, one a day, and a host with a ledger. Both outlive an importer.
 *
 * @param {Record<string, number>} sizes mails in each folder
 */
function world(sizes) {
  const clock = new FakeClock();
  const storage = fakeStorage();
  /** @type {Map<string, any[]>} */
  const mails = new Map(Object.entries(sizes).map(([folder, size]) => [folder, Array.from({length: size}, (_, at) => ({
    id: `${folder}-${at}`, headerMessageId: `${folder}-${at}@x`, date: new Date(NOW - at * DAY_MS / 20 - 1_000),
    author: "a@x", recipients: ["b@x"], subject: "s", size: 100, junk: false,
  }))]));
  /** @type {Map<string, string>} */
  const ledger = new Map();
  /** @type {string[]} */
  const fetched = [];
  let calls = 0;
  const self = {
    clock, storage, mails, ledger, fetched,
    busy: false,
    news: 0,
    alarms: /** @type {string[]} */ ([]),
    /** @type {(event: any) => any} */
    refuse: () => undefined,
    /** Ends this world for an importer at the call of this number. */
    importer: (stopAt = Infinity) => {
      calls = 0;
      /** @param {() => any} work */
      const call = async work => {
        if (++calls >= stopAt) {
          return NEVER;
        }
        await pause(clock, CALL_MS);
        return work();
      };
      /** @type {Map<string, any[]>} */
      const lists = new Map();
      const page = (/** @type {string} */ id, /** @type {any[]} */ left, /** @type {number} */ size) => {
        lists.set(id, left.slice(size));
        return {id: left.length > size ? id : null, messages: left.slice(0, size)};
      };
      return new Importer({
        host: /** @type {any} */ ({
          retryInMs: 0,
          request: (/** @type {any} */ event) => call(() => self.refuse(event) ?? answer(event)),
        }),
        history: /** @type {any} */ ({get busy() {
          return self.busy;
        }}),
        folders: {
          list: async () => [...mails.keys()].map(id => ({id, accountId: "1", name: id,
            specialUse: id === "sent" ? ["sent"] : []})),
          accounts: async () => [{id: "1", name: "Work", type: "imap", identities: [], isOn: true}],
          forget() {},
        },
        api: only({
          messages: {
            query: (/** @type {any} */ {folderId, fromDate, toDate, messagesPerPage}) => call(() => {
              const found = mails.get(folderId);
              if (!found) {
                throw new Error("Folder not found");
              }
              return page(`list ${calls}`, found.filter(({date}) =>
                date >= fromDate && (!toDate || date <= toDate)), messagesPerPage);
            }),
            continueList: (/** @type {string} */ id) => call(() => page(id, lists.get(id) ?? [], 50)),
            abortList: async (/** @type {string} */ id) => void lists.delete(id),
            getRaw: (/** @type {string} */ id) => call(() => {
              fetched.push(id);
              return `raw of ${id}`;
            }),
          },
          alarms: {
            create: (/** @type {string} */ name) => void self.alarms.push(name),
            clear: async () => void self.alarms.push("clear"),
          },
        }),
        storage: /** @type {any} */ ({
          get: storage.get,
          set: (/** @type {any} */ values) => call(() => storage.set(values)),
        }),
        clock,
        onNews: () => self.news++,
      });
    },
    calls: () => calls,
  };
  /** @param {any} event */
  function answer({type, messageIds, mails: told}) {
    if (type === "mails-listed") {
      return {messageIds: messageIds.filter((/** @type {string} */ id) => !ledger.has(id))};
    }
    assert.equal(type, "mail-observed");
    const before = ledger.size;
    for (const {raw} of told) {
      ledger.set(`${raw.replace("raw of ", "")}@x`, raw);
    }
    return {recorded: ledger.size - before, known: told.length - (ledger.size - before), unreadable: 0};
  }
  return self;
}

/**
 * Lets time pass until it is so, an hour at most.
 *
 * @param {FakeClock} clock
 * @param {() => Promise<boolean>} isSo
 */
async function until(clock, isSo) {
  for (let passed = 0; passed < 3_600_000; passed += 100) {
    if (await isSo()) {
      return;
    }
    await clock.pass(100);
  }
  assert.fail("it never came to that");
}

/**
 * What it settles to, which takes its time.
 *
 * @template T
 * @param {ReturnType<typeof world>} there
 * @param {Promise<T>} asked
 * @returns {Promise<T>}
 */
async function soon(there, asked) {
  await there.clock.pass(2 * CALL_MS);
  return asked;
}

/** @param {ReturnType<typeof world>} there @param {Importer} importer */
const done = (there, importer) => until(there.clock, async () => (await importer.view()).state === "done");

/** @param {Record<string, number>} sizes */
async function at(sizes) {
  const there = world(sizes);
  await there.clock.pass(NOW);
  return there;
}

test("an import tells every mail of every folder once, own mail first", async () => {
  const there = await at({inbox: 120, sent: 60});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await done(there, importer);
  assert.equal(there.ledger.size, 180);
  assert.equal(there.fetched.length, 180);
  assert.equal(there.fetched[0], "sent-0");
  assert.equal(there.news, 1);
  const view = await importer.view();
  assert.deepEqual([view.found, view.done, view.taken, view.finished], [180, 180, 180, 2]);
  assert.equal(there.alarms.at(-1), "clear");
});

test("mail from before the time asked for is left out, in slices too", async () => {
  const there = await at({inbox: 4_500});
  const importer = there.importer();
  await soon(there, importer.start(3));
  await done(there, importer);
  // Three months back to 24 August are 92 days, 20 mails each.
  assert.equal(there.ledger.size, 1_840);
  await soon(there, importer.start(null));
  await done(there, importer);
  assert.equal(there.ledger.size, 4_500);
});

test("a later import fetches only what is new", async () => {
  const there = await at({inbox: 60});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await done(there, importer);
  there.mails.get("inbox")?.push({...there.mails.get("inbox")?.[0], id: "late", headerMessageId: "late@x"});
  await soon(there, importer.start(12));
  await done(there, importer);
  assert.equal(there.fetched.length, 61);
  assert.equal(there.fetched[60], "late");
});

test("junk, and what has no Message-ID, is neither counted nor read", async () => {
  const there = await at({inbox: 4});
  const [spam, nameless] = /** @type {any[]} */ (there.mails.get("inbox"));
  spam.junk = true;
  nameless.headerMessageId = "";
  const importer = there.importer();
  await soon(there, importer.start(12));
  await done(there, importer);
  assert.deepEqual(there.fetched, ["inbox-2", "inbox-3"]);
  assert.equal((await importer.view()).found, 2);
});

test("interrupted at any step, it goes on by itself and has read the same mails", async () => {
  const sizes = {sent: 5, inbox: 55};
  const whole = await at(sizes);
  const undisturbed = whole.importer();
  await soon(whole, undisturbed.start(12));
  await done(whole, undisturbed);
  const steps = whole.calls();
  assert.ok(steps > 60, `${steps}`);
  for (let step = 2; step <= steps; step++) {
    const there = await at(sizes);
    const first = there.importer(step);
    first.start(12);
    await until(there.clock, async () => there.calls() >= step);
    const second = there.importer();
    await second.wake();
    await done(there, second);
    assert.deepEqual([...there.ledger.keys()].sort(), [...whole.ledger.keys()].sort(), `after step ${step}`);
    const view = await second.view();
    assert.deepEqual([view.found, view.done, view.finished], [60, 60, 2], `after step ${step}`);
  }
});

test("nothing is done while it is paused; it goes on where it was", async () => {
  const there = await at({inbox: 300});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await until(there.clock, async () => there.ledger.size > 60);
  const paused = await soon(there, importer.pause());
  assert.equal(paused.state, "paused");
  await settle();
  const read = there.ledger.size;
  await there.clock.pass(60_000);
  assert.ok(there.ledger.size <= read + 25, "at most the batch under way is told");
  assert.ok((await importer.view()).done >= paused.done, "what is done stays done");
  const fetched = there.fetched.length;
  await soon(there, importer.resume());
  await done(there, importer);
  assert.equal(there.ledger.size, 300);
  assert.ok(there.fetched.length - fetched <= 300 - read + 25);
});

test("paused, it stays paused when Thunderbird starts anew", async () => {
  const there = await at({inbox: 100});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await soon(there, importer.pause());
  const next = there.importer();
  await next.wake();
  await there.clock.pass(60_000);
  assert.equal(there.ledger.size, 0);
  assert.equal((await next.view()).state, "paused");
});

test("stopped, it keeps what was read and does not go on", async () => {
  const there = await at({inbox: 300});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await until(there.clock, async () => there.ledger.size > 60);
  assert.equal((await soon(there, importer.stop())).state, "stopped");
  await there.clock.pass(1_000);
  const {size} = there.ledger;
  await soon(there, importer.resume());
  await there.clock.pass(60_000);
  assert.equal(there.ledger.size, size);
});

test("begun anew while it runs, it runs once", async () => {
  const there = await at({inbox: 300});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await there.clock.pass(500);
  await soon(there, importer.start(null));
  await done(there, importer);
  assert.equal(there.ledger.size, 300);
  assert.ok(there.fetched.length <= 325);
  assert.equal((await importer.view()).months, null);
});

test("it waits for a host that has died, says so, and goes on", async () => {
  const there = await at({inbox: 100});
  const importer = there.importer();
  let dead = false;
  there.refuse = ({type}) => {
    dead ||= type === "mail-observed" && there.ledger.size > 30;
    return dead ? Promise.reject(new HostFault("gone")) : undefined;
  };
  await soon(there, importer.start(12));
  await until(there.clock, async () => dead);
  await there.clock.pass(30_000);
  const view = await importer.view();
  assert.deepEqual([view.state, view.fault], ["running", {name: "gone", detail: null}]);
  assert.ok(there.alarms.includes("import"), "this page is woken should it be stopped");
  there.refuse = () => undefined;
  await done(there, importer);
  assert.equal(there.ledger.size, 100);
});

test("mails that the host refuses for good are counted, and the rest is read", async () => {
  const there = await at({inbox: 60});
  const importer = there.importer();
  there.refuse = ({type, mails}) => (type === "mail-observed" && mails[0].raw === "raw of inbox-0"
    ? Promise.reject(new HostProblem({code: 7, text: "invalid", retryable: false}))
    : undefined);
  await soon(there, importer.start(12));
  await done(there, importer);
  const view = await importer.view();
  assert.deepEqual([view.done, view.taken, view.unreadable], [60, 35, 25]);
});

test("mails that cannot be fetched count by their header lines, and are named", async () => {
  const there = await at({inbox: 10});
  const importer = there.importer();
  const [mail] = /** @type {any[]} */ (there.mails.get("inbox"));
  mail.size = 50_000_000;
  await soon(there, importer.start(12));
  await done(there, importer);
  assert.equal((await importer.view()).rebuilt, 1);
  assert.equal(there.fetched.length, 9);
});

test("a folder that vanishes, or an account that is switched off, is left out from then on", async () => {
  const there = await at({sent: 60, inbox: 200, old: 100});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await until(there.clock, async () => there.ledger.size > 100);
  there.mails.delete("inbox");
  await done(there, importer);
  const view = await importer.view();
  assert.deepEqual([view.folders, view.found, view.done, view.lost], [2, 160, 160, []]);
  assert.ok([...there.ledger.keys()].some(id => id.startsWith("old")));
});

test("a folder that comes, or an account that is switched on, is read too", async () => {
  const there = await at({sent: 60});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await until(there.clock, async () => there.ledger.size > 10);
  there.mails.set("more", [{...there.mails.get("sent")?.[0], id: "more-0", headerMessageId: "more-0@x"}]);
  await done(there, importer);
  assert.equal(there.ledger.size, 61);
});

test("a folder that cannot be read is named, and the others are read", async () => {
  const there = await at({broken: 10, inbox: 10});
  const importer = there.importer();
  there.mails.set("broken", /** @type {any} */ ({filter() {
    throw new Error("the index is damaged");
  }}));
  await soon(there, importer.start(12));
  await done(there, importer);
  assert.deepEqual((await importer.view()).lost, ["broken"]);
  assert.equal(there.ledger.size, 10);
});

test("it holds still while the user types and while a look-up runs", async () => {
  const there = await at({inbox: 300});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await until(there.clock, async () => there.ledger.size > 30);
  there.busy = true;
  await there.clock.pass(1_000);
  const {size} = there.ledger;
  await there.clock.pass(60_000);
  assert.ok(there.ledger.size <= size + 50, "no more than the page under way");
  assert.equal((await importer.view()).resting, true);
  there.busy = false;
  for (let second = 0; second < 20; second++) {
    importer.typed();
    await there.clock.pass(1_000);
  }
  assert.ok(there.ledger.size <= size + 50);
  await done(there, importer);
  assert.equal(there.ledger.size, 300);
});

test("a state that is none, or of another make, is as good as no import", async () => {
  const there = await at({inbox: 10});
  there.storage.kept.import = {state: "?", folders: 7};
  const importer = there.importer();
  await importer.wake();
  await there.clock.pass(60_000);
  assert.equal((await importer.view()).state, "none");
  assert.equal((await importer.view()).months, 12);
  assert.equal(there.ledger.size, 0);
});

test("the alarm of another is none of its own", async () => {
  const there = await at({inbox: 10});
  const importer = there.importer();
  await soon(there, importer.start(12));
  await soon(there, importer.pause());
  await importer.ring("kept-drafts");
  await importer.ring("import");
  assert.equal((await importer.view()).state, "paused");
});
