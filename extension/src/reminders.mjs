/**
 * Drafts kept for a day, and the one quiet notification on it. Nothing runs in between: Thunderbird's alarm wakes this
 * page. A draft that was sent or deleted meanwhile is not spoken of.
 */
import {listed} from "./history.mjs";
import {Turns} from "./turns.mjs";

/** Where kept drafts stand in storage.local. */
const KEY = "reminders";

/** Name of the alarm, and of the notification. */
const NAME = "kept-drafts";

/** When people begin to read, an hour of the user's day. */
const HOUR = 9;

/** More kept drafts than these, the oldest, are dropped. */
const MAX_KEPT = 200;

/** @typedef {{day: string, messageId: string, name: string}} Kept day: YYYY-MM-DD; messageId: of the saved draft */

export class Reminders {
  #api;
  #storage;
  #clock;
  #text;
  /** Reads and writes of the storage. */
  #turns = new Turns();

  /**
   * @param {object} parts
   * @param {typeof browser} parts.api
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.storage storage.local
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {import("./annotations.mjs").Texts} parts.text
   */
  constructor({api, storage, clock, text}) {
    this.#api = api;
    this.#storage = storage;
    this.#clock = clock;
    this.#text = text;
  }

  /**
   * @param {Kept} kept
   * @returns {Promise<void>}
   */
  add(kept) {
    return this.#inTurn(async () => {
      const all = [...await this.#read(), kept].slice(-MAX_KEPT);
      await this.#storage.set({[KEY]: all});
      await this.#arm(all);
    });
  }

  /** Sets the alarm, which Thunderbird forgets when it ends. @returns {Promise<void>} */
  start() {
    return this.#inTurn(async () => this.#arm(await this.#read()));
  }

  /**
   * Speaks of the drafts whose day has come, all in one notification.
   *
   * @param {string} alarm its name
   * @returns {Promise<void>}
   */
  ring(alarm) {
    return alarm === NAME ? this.#inTurn(() => this.#remind()) : Promise.resolve();
  }

  /**
   * Opens what a notification was about.
   *
   * @param {string} notification its name
   * @returns {Promise<void>}
   */
  async clicked(notification) {
    if (notification.startsWith(`${NAME} `)) {
      const [draft] = await listed(this.#api, {headerMessageId: notification.slice(NAME.length + 1)});
      if (draft) {
        await this.#api.messageDisplay.open({messageId: draft.id, location: "tab", active: true});
      }
    }
  }

  async #remind() {
    const now = this.#clock.now();
    const all = await this.#read();
    const due = all.filter(({day}) => timeOf(day) <= now);
    const there = [];
    for (const kept of due) {
      if ((await listed(this.#api, {headerMessageId: kept.messageId})).some(({folder}) => isDrafts(folder))) {
        there.push(kept);
      }
    }
    const later = all.filter(kept => !due.includes(kept));
    await this.#storage.set({[KEY]: later});
    if (there.length > 0) {
      await this.#api.notifications.create(`${NAME} ${there[0].messageId}`, {
        type: "basic",
        iconUrl: this.#api.runtime.getURL("icons/tact.svg"),
        title: this.#text(there.length === 1 ? "reminderOne" : "reminderMany", String(there.length)),
        message: [...new Set(there.map(({name}) => name))].join(", "),
      });
    }
    await this.#arm(later);
  }

  /** @param {Kept[]} all */
  async #arm(all) {
    if (all.length === 0) {
      await this.#api.alarms.clear(NAME);
    } else {
      const first = Math.min(...all.map(({day}) => timeOf(day)));
      this.#api.alarms.create(NAME, {when: Math.max(first, this.#clock.now())});
    }
  }

  /** @param {() => Promise<void>} work */
  #inTurn(work) {
    return this.#turns.take(work).catch(error => console.warn(`Tact: reminders: ${error}`));
  }

  /** @returns {Promise<Kept[]>} */
  async #read() {
    const {[KEY]: kept} = await this.#storage.get(KEY);
    return Array.isArray(kept) ? kept : [];
  }
}

/** In the user's time zone, milliseconds since 1970. @param {string} day YYYY-MM-DD */
function timeOf(day) {
  return new Date(`${day}T${String(HOUR).padStart(2, "0")}:00`).getTime();
}

/** @param {{specialUse?: string[], type?: string} | undefined} folder */
function isDrafts(folder) {
  return folder?.specialUse?.includes("drafts") ?? false;
}
