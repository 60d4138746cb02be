/**
 * The import of history: tells the host, in the background, of the mails of the last months. Folder by folder, each
 * newest first; what the host has is not fetched. How far it is stands in the storage, behind what the host has
 * confirmed, so that it can be interrupted at any moment and goes on by itself.
 */
import {inTime, pause} from "./clock.mjs";
import {mailsListed} from "./events.mjs";
import {HostFault, HostProblem} from "./host.mjs";
import {paceFrom, paced, rateOf, secondsLeft, sinceOf, slicesOf, sumOf, timeOf} from "./importplan.mjs";
import {observeMails} from "./observed.mjs";

/** How many months an import goes back; null: everything. */
export const MONTHS = Object.freeze([3, 12, 24, null]);

/** How far it goes back unless told otherwise. */
export const DEFAULT_MONTHS = 12;

/** Where its state stands in storage.local. */
const KEY = "import";

/** Name of the alarm that wakes this page while an import runs. */
const NAME = "import";

/** Thunderbird may stop this page while the host is away; it is woken so often, in milliseconds. */
const WAKE_MS = 60_000;

/** Mails Thunderbird hands over at a time: it takes half a millisecond for each, and rests after a page. */
const PAGE = 50;

/** Mails told at a time; a question about a draft waits for no more than that. */
const BATCH = 25;

/** The share of the time in which nothing is done. */
const IDLE_SHARE = 0.3;

/** No rest is longer than this, in milliseconds. */
const MAX_REST_MS = 2_000;

/** So long after a key in a draft nothing is done, in milliseconds. */
const QUIET_MS = 2_000;

/** A Thunderbird that has just started has other things to do for so long, in milliseconds. */
const STARTING_MS = 5_000;

/** How far it is within a slice is written down so often, in milliseconds. */
const SAVE_MS = 1_000;

/** How often is looked whether it may go on, in milliseconds. */
const LOOK_MS = 250;

/** A folder that cannot be read is tried again after this, once, in milliseconds. */
const RETRY_MS = 1_000;

/** Thunderbird has this long for the next page of a folder, in milliseconds: a full one may have to be opened. */
const PAGE_MS = 120_000;

/** The host has this long for one question, in milliseconds. */
const HOST_MS = 30_000;

/**
 * @typedef {"running" | "paused" | "stopped" | "done"} State
 * @typedef {{state: State, months: number | null, since: number, folders: import("./importplan.mjs").FolderPlan[],
 *   taken: number, rebuilt: number, unreadable: number, lost: string[]}} Run taken: mails that were new to the host;
 *   rebuilt: those of which it knows the header lines only; lost: names of folders that cannot be read
 * @typedef {{state: State | "none", months: number | null, counting: boolean, folders: number, counted: number,
 *   finished: number, found: number, done: number, rate: number | null, secondsLeft: number | null,
 *   folder: string | null, account: string | null, taken: number, rebuilt: number, unreadable: number, lost: string[],
 *   resting: boolean, fault: {name: string, detail: string | null} | null}} View counting: the mails are still being
 *   counted; rate: mails per second; resting: it waits for the user, who types, or for a look-up
 */

export class Importer {
  #host;
  #history;
  #folders;
  #api;
  #storage;
  #clock;
  #onNews;
  /** Null before it is read from the storage, or when there never was one. @type {Run | null} */
  #run = null;
  /** @type {Promise<void> | null} */
  #loaded = null;
  /** What is under way. @type {Promise<void> | null} */
  #work = null;
  /** @type {import("./importplan.mjs").FolderPlan | null} */
  #current = null;
  /** @type {import("./importplan.mjs").Pace} */
  #pace = paceFrom(0, 0);
  /** @type {HostFault | null} */
  #fault = null;
  /** The folder that could not be read a moment ago. @type {import("./importplan.mjs").FolderPlan | null} */
  #tried = null;
  #quietUntil = -Infinity;
  #armedAt = -Infinity;
  #savedAt = -Infinity;
  #resting = false;

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request" | "retryInMs">} parts.host
   * @param {Pick<import("./history.mjs").History, "busy">} parts.history
   * @param {Pick<import("./folders.mjs").MailFolders, "accounts" | "list" | "forget">} parts.folders
   * @param {typeof browser} parts.api
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.storage storage.local
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {() => void} parts.onNews called after the import, when the host has recorded something new
   */
  constructor({host, history, folders, api, storage, clock, onNews}) {
    this.#host = host;
    this.#history = history;
    this.#folders = folders;
    this.#api = api;
    this.#storage = storage;
    this.#clock = clock;
    this.#onNews = onNews;
  }

  /**
   * Begins anew; what the host has by now is passed over.
   *
   * @param {number | null} months how far back, null: everything
   * @returns {Promise<View>}
   */
  async start(months) {
    await this.#load();
    this.#run = {
      state: "running", months, since: sinceOf(months, this.#clock.now()), folders: [],
      taken: 0, rebuilt: 0, unreadable: 0, lost: [],
    };
    await this.#save();
    this.#begin();
    return this.view();
  }

  /** @returns {Promise<View>} */
  async pause() {
    return this.#become("running", "paused");
  }

  /** Ends it; what was read stays. @returns {Promise<View>} */
  async stop() {
    await this.#become("running", "stopped");
    return this.#become("paused", "stopped");
  }

  /** Goes on after a pause. @returns {Promise<View>} */
  async resume() {
    await this.#become("paused", "running");
    this.#begin();
    return this.view();
  }

  /** Goes on if it was running when Thunderbird ended or this page was stopped. @returns {Promise<void>} */
  async wake() {
    if (!this.#loaded) {
      this.#quietUntil = this.#clock.now() + STARTING_MS;
    }
    await this.#load();
    this.#begin();
  }

  /** @param {string} alarm its name */
  async ring(alarm) {
    if (alarm === NAME) {
      this.#armedAt = -Infinity;
      await this.wake();
    }
  }

  /** The user types: nothing is done for a moment. */
  typed() {
    this.#quietUntil = this.#clock.now() + QUIET_MS;
  }

  /** @returns {Promise<View>} how it stands */
  async view() {
    await this.#load();
    const {state = /** @type {const} */ ("none"), months = DEFAULT_MONTHS, folders = [], taken = 0, rebuilt = 0,
      unreadable = 0, lost = []} = this.#run ?? {};
    const {found, done, counted, finished} = sumOf(folders);
    const running = state === "running";
    const counting = running && (folders.length === 0 || counted < folders.length);
    const rate = running && !counting ? rateOf(paced(this.#pace, this.#clock.now(), done)) : null;
    return {
      state, months, counting, folders: folders.length, counted, finished, found, done, rate,
      secondsLeft: secondsLeft(found - done, rate),
      folder: running ? this.#current?.name ?? null : null,
      account: running ? this.#current?.account ?? null : null,
      taken, rebuilt, unreadable, lost: [...lost],
      resting: running && this.#resting,
      fault: running && this.#fault ? {name: this.#fault.fault, detail: this.#fault.detail} : null,
    };
  }

  /** @param {State} from @param {State} to */
  async #become(from, to) {
    await this.#load();
    if (this.#run?.state === from) {
      this.#run.state = to;
      await this.#save();
    }
    return this.view();
  }

  #load() {
    this.#loaded ??= this.#storage.get(KEY).then(({[KEY]: kept}) => {
      this.#run ??= isRun(kept) ? kept : null;
    });
    return this.#loaded;
  }

  async #save() {
    this.#savedAt = this.#clock.now();
    await this.#storage.set({[KEY]: this.#run});
  }

  /** Sees to it that a running import is under way, once. */
  #begin() {
    if (this.#run?.state === "running" && !this.#work) {
      this.#work = this.#go(this.#run).finally(() => {
        this.#work = null;
        this.#current = null;
        this.#fault = null;
        this.#resting = false;
        // It may have been begun anew while this one was ending.
        this.#begin();
      });
    }
  }

  /** @param {Run} run */
  async #go(run) {
    this.#pace = paceFrom(this.#clock.now(), sumOf(run.folders).done);
    try {
      while (await this.#step(run)) {
        this.#arm();
      }
      this.#goOn(run);
      run.state = "done";
      await this.#save();
      await this.#api.alarms.clear(NAME);
      if (run.taken > 0) {
        this.#onNews();
      }
    } catch (error) {
      if (!(error instanceof Stopped)) {
        console.error(`Tact: import: ${error}`);
        await this.#become("running", "paused").catch(failure => console.error(`Tact: import: ${failure}`));
      }
    }
  }

  /** While it runs, an alarm wakes this page should Thunderbird stop it. */
  #arm() {
    const now = this.#clock.now();
    if (now - this.#armedAt > WAKE_MS / 2) {
      this.#armedAt = now;
      this.#api.alarms.create(NAME, {when: now + WAKE_MS});
    }
  }

  /**
   * Counts the mails of one folder, or reads one slice.
   *
   * @param {Run} run
   * @returns {Promise<boolean>} whether there was something left to do
   */
  async #step(run) {
    await this.#calm(run);
    await this.#fit(run);
    const folder = run.folders.find(({slices}) => slices === null)
      ?? run.folders.find(({slices, read}) => read < (slices?.length ?? 0));
    if (!folder) {
      return false;
    }
    this.#current = folder;
    try {
      await (folder.slices === null ? this.#count(run, folder) : this.#slice(run, folder));
    } catch (error) {
      if (error instanceof Stopped || error instanceof HostFault) {
        throw error;
      }
      await this.#lose(run, folder, error);
    }
    await this.#save();
    return true;
  }

  /**
   * Makes the plan fit the folders there are: an account was switched on or off, a folder has come or gone.
   *
   * @param {Run} run
   */
  async #fit(run) {
    const there = await this.#folders.list();
    this.#goOn(run);
    const ids = new Set(there.map(({id}) => id));
    if (run.folders.length === there.length && run.folders.every(({id}) => ids.has(id))) {
      return;
    }
    const accounts = new Map((await this.#folders.accounts()).map(({id, name}) => [id, name]));
    this.#goOn(run);
    const known = new Set(run.folders.map(({id}) => id));
    const added = there.filter(({id}) => id !== undefined && !known.has(id)).sort(sentFirst)
      .map(({id = "", accountId = "", name = ""}) =>
        ({id, accountId, name, account: accounts.get(accountId) ?? "", slices: null, read: 0, within: 0}));
    run.folders = [...run.folders.filter(({id}) => ids.has(id)), ...added];
  }

  /**
   * A folder could not be read: it may be gone, or Thunderbird cannot open it.
   *
   * @param {Run} run
   * @param {import("./importplan.mjs").FolderPlan} folder
   * @param {unknown} error
   */
  async #lose(run, folder, error) {
    console.warn(`Tact: import of ${folder.name}: ${error}`);
    this.#folders.forget();
    await pause(this.#clock, RETRY_MS);
    this.#goOn(run);
    if ((await this.#folders.list()).some(({id}) => id === folder.id)) {
      if (this.#tried === folder) {
        run.lost.push(folder.name);
        folder.slices = (folder.slices ?? []).slice(0, folder.read);
      }
      this.#tried = folder;
    }
  }

  /**
   * @param {Run} run
   * @param {import("./importplan.mjs").FolderPlan} folder
   */
  async #count(run, folder) {
    /** @type {number[]} */
    const times = [];
    await this.#eachPage(run, {folderId: folder.id, fromDate: new Date(run.since)}, async headers => {
      headers.forEach(({date}) => times.push(new Date(date).getTime()));
    });
    folder.slices = slicesOf(times, run.since);
    // Counting is quicker than reading.
    this.#pace = paceFrom(this.#clock.now(), sumOf(run.folders).done);
  }

  /**
   * @param {Run} run
   * @param {import("./importplan.mjs").FolderPlan} folder
   */
  async #slice(run, folder) {
    const slices = /** @type {import("./importplan.mjs").Slice[]} */ (folder.slices);
    let looked = 0;
    await this.#eachPage(run, {folderId: folder.id, ...timeOf(slices, folder.read)}, async headers => {
      for (let at = 0; at < headers.length; at += BATCH) {
        const batch = headers.slice(at, at + BATCH);
        const startedAt = this.#clock.now();
        await this.#batch(run, batch);
        looked += batch.length;
        // One that was interrupted is gone through once more, in the same order.
        folder.within = Math.max(folder.within, looked);
        this.#tick(run);
        if (this.#clock.now() - this.#savedAt > SAVE_MS) {
          await this.#save();
        }
        await this.#rest(run, startedAt);
      }
    });
    // Only now, when the host has confirmed all of it.
    folder.read += 1;
    folder.within = 0;
    this.#tick(run);
  }

  /** @param {Run} run */
  #tick(run) {
    this.#pace = paced(this.#pace, this.#clock.now(), sumOf(run.folders).done);
  }

  /**
   * @param {Run} run
   * @param {browser.messages.MessageHeader[]} headers
   */
  async #batch(run, headers) {
    const byId = new Map(headers.map(header => [header.headerMessageId, header]));
    const {messageIds} = await this.#patiently(run, () =>
      this.#host.request(mailsListed([...byId.keys()]), {timeoutMs: HOST_MS}));
    const unknown = messageIds.flatMap((/** @type {string} */ id) => byId.get(id) ?? []);
    if (unknown.length === 0) {
      return;
    }
    try {
      const parts = {host: this.#host, api: this.#api, clock: this.#clock};
      const observed = await this.#patiently(run, () => observeMails(unknown, parts, () => this.#goOn(run)));
      run.taken += observed.recorded + observed.known;
      run.rebuilt += observed.rebuilt;
      run.unreadable += observed.unreadable;
    } catch (error) {
      if (!(error instanceof HostProblem)) {
        throw error;
      }
      console.warn(`Tact: import: the host refuses ${unknown.length} mails: ${error}`);
      run.unreadable += unknown.length;
    }
  }

  /**
   * Asks the host until it answers: it may be away for a while.
   *
   * @template T
   * @param {Run} run
   * @param {() => Promise<T>} ask can be repeated
   * @returns {Promise<T>}
   * @throws {HostProblem} it answers that it never will
   */
  async #patiently(run, ask) {
    for (;;) {
      this.#goOn(run);
      try {
        const answer = await ask();
        this.#fault = null;
        return answer;
      } catch (error) {
        if (!(error instanceof HostFault) || error instanceof HostProblem && !error.retryable) {
          throw error;
        }
        this.#fault = error;
        this.#arm();
        await this.#wait(run, Math.max(LOOK_MS, this.#host.retryInMs));
      }
    }
  }

  /**
   * Drains a query, one page at a time.
   *
   * @param {Run} run
   * @param {object} question
   * @param {(headers: browser.messages.MessageHeader[]) => Promise<void>} use
   */
  async #eachPage(run, question, use) {
    const {messages} = this.#api;
    const late = () => new Error("Thunderbird does not hand over the folder");
    const asked = /** @type {any} */ ({...question, messagesPerPage: PAGE});
    let page = await inTime(this.#clock, PAGE_MS, messages.query(asked), late);
    for (;;) {
      const {id, messages: headers} = /** @type {browser.messages.MessageList} */ (page);
      try {
        this.#goOn(run);
        await use(headers.filter(({junk, headerMessageId}) => !junk && headerMessageId));
        await this.#calm(run);
      } catch (error) {
        if (id) {
          // Else Thunderbird goes on to fill the list.
          await messages.abortList(id).catch(() => {});
        }
        throw error;
      }
      if (!id) {
        return;
      }
      page = await inTime(this.#clock, PAGE_MS, messages.continueList(id), late);
    }
  }

  /** Rests after work, in proportion to the time it took. @param {Run} run @param {number} startedAt */
  async #rest(run, startedAt) {
    const tookMs = this.#clock.now() - startedAt;
    await this.#wait(run, Math.min(MAX_REST_MS, tookMs * IDLE_SHARE / (1 - IDLE_SHARE)));
  }

  /** Waits while the user types or a look-up runs. @param {Run} run */
  async #calm(run) {
    while (this.#history.busy || this.#clock.now() < this.#quietUntil) {
      this.#resting = true;
      await this.#wait(run, LOOK_MS);
    }
    this.#resting = false;
    this.#goOn(run);
  }

  /** @param {Run} run @param {number} ms */
  async #wait(run, ms) {
    const until = this.#clock.now() + ms;
    for (let left = ms; left > 0; left = until - this.#clock.now()) {
      this.#goOn(run);
      await pause(this.#clock, Math.min(left, LOOK_MS));
    }
  }

  /** @param {Run} run @throws {Stopped} when this one shall not go on */
  #goOn(run) {
    if (this.#run !== run || run.state !== "running") {
      throw new Stopped();
    }
  }
}

/** The import was paused, stopped or begun anew. */
class Stopped extends Error {}

/**
 * Own mail first: it says whom one waits for.
 *
 * @param {import("./folders.mjs").Folder} one
 * @param {import("./folders.mjs").Folder} other
 */
function sentFirst(one, other) {
  const rank = (/** @type {import("./folders.mjs").Folder} */ {specialUse = []}) =>
    specialUse.includes("sent") ? 0 : specialUse.includes("inbox") ? 1 : 2;
  return rank(one) - rank(other);
}

/** @param {any} kept @returns {kept is Run} */
function isRun(kept) {
  return ["running", "paused", "stopped", "done"].includes(kept?.state) && Array.isArray(kept.folders);
}
