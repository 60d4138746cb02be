/**
 * The one quiet notification a day: who is due. Nothing runs in between: Thunderbird's alarm wakes this page. A day on
 * which Thunderbird was not open is over; the next start speaks of what is due then, once.
 */
import {pause} from "./clock.mjs";
import {addressIn, followUpsAsked} from "./events.mjs";
import {HostFault} from "./host.mjs";
import {Turns} from "./turns.mjs";

/** Where the day that was last spoken of stands in storage.local. */
const KEY = "remindedOn";

/** Name of the alarm, and of the notification. */
const NAME = "due-today";

/** At a start the mail of the night comes in first: it may hold answers. In milliseconds. */
const START_MS = 30_000;

/** A host that cannot be asked is asked again after this, in milliseconds. */
const RETRY_MS = 10 * 60_000;

/** The host has this long to answer, in milliseconds. */
const ANSWER_MS = 10_000;

/** Between two questions to a host that still has threads to work out, in milliseconds, and how many there are. */
const BEHIND_MS = 500;
const BEHIND_TIMES = 120;

/** Follow-ups asked for at a time, and how many times: who has more due needs no exact number. */
const PAGE = 100;
const PAGES = 10;

/** More names than these nobody reads in a notification. */
const MAX_NAMES = 4;

/** Those that are due. */
const DUE = Object.freeze({group: /** @type {const} */ ("due"), text: "", sort: /** @type {const} */ ("next")});

/** @typedef {import("./protocol.mjs").FollowUp} FollowUp */

export class DailyReminder {
  #host;
  #settings;
  #api;
  #storage;
  #clock;
  #catalogue;
  #open;
  #turns = new Turns();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<import("./settings.mjs").Settings, "current">} parts.settings
   * @param {Pick<typeof browser, "alarms" | "notifications" | "runtime">} parts.api
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.storage storage.local
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {{text: import("./annotations.mjs").Texts, language: string}} parts.catalogue
   * @param {() => unknown} parts.open shows the list of follow-ups
   */
  constructor({host, settings, api, storage, clock, catalogue, open}) {
    this.#host = host;
    this.#settings = settings;
    this.#api = api;
    this.#storage = storage;
    this.#clock = clock;
    this.#catalogue = catalogue;
    this.#open = open;
  }

  /** Sets the alarm, which Thunderbird forgets when it ends. @returns {Promise<void>} */
  start() {
    return this.#inTurn(() => this.#arm(START_MS));
  }

  /** Sets the alarm anew, because another time may be set. @returns {Promise<void>} */
  changed() {
    return this.#inTurn(() => this.#arm(0));
  }

  /**
   * @param {string} alarm its name
   * @returns {Promise<void>}
   */
  ring(alarm) {
    return alarm === NAME ? this.#inTurn(() => this.#remind()) : Promise.resolve();
  }

  /** @param {string} notification its name */
  clicked(notification) {
    if (notification === NAME) {
      this.#open();
    }
  }

  /** @param {number} lateMs so long after now, when the time of today is over and nothing was said */
  async #arm(lateMs) {
    const {reminderTime} = await this.#settings.current();
    if (reminderTime === null) {
      await this.#api.alarms.clear(NAME);
      return;
    }
    const now = this.#clock.now();
    const {[KEY]: remindedOn} = await this.#storage.get(KEY);
    this.#api.alarms.create(NAME, {when: Math.max(nextTime(now, reminderTime, remindedOn), now + lateMs)});
  }

  async #remind() {
    const {reminderTime} = await this.#settings.current();
    const today = dayOf(this.#clock.now());
    const {[KEY]: remindedOn} = await this.#storage.get(KEY);
    if (reminderTime !== null && remindedOn !== today) {
      try {
        const people = peopleIn(await this.#due());
        // First, so that a fault afterwards makes none too few rather than one too many.
        await this.#storage.set({[KEY]: today});
        await this.#notify(people);
      } catch (error) {
        if (!(error instanceof HostFault)) {
          throw error;
        }
        this.#api.alarms.create(NAME, {when: this.#clock.now() + RETRY_MS});
        return;
      }
    }
    await this.#arm(0);
  }

  /** @returns {Promise<FollowUp[]>} */
  async #due() {
    /** @type {FollowUp[]} */
    const rows = [];
    for (let page = 0; page < PAGES && rows.length === page * PAGE; page++) {
      rows.push(...await this.#page(page * PAGE));
    }
    return rows;
  }

  /** @param {number} from @returns {Promise<FollowUp[]>} when all is worked out, or after a while as far as it is */
  async #page(from) {
    for (let asked = 1; ; asked++) {
      const {rows, behind} = await this.#host.request(followUpsAsked(DUE, from, PAGE), {timeoutMs: ANSWER_MS});
      if (behind === 0 || asked === BEHIND_TIMES) {
        return rows;
      }
      await pause(this.#clock, BEHIND_MS);
    }
  }

  /** @param {string[]} people names */
  async #notify(people) {
    const {text, language} = this.#catalogue;
    if (people.length === 0) {
      return;
    }
    const shown = people.slice(0, MAX_NAMES);
    const more = people.length - shown.length;
    const names = more === 0 ? shown : [...shown, text(more === 1 ? "dueOneMore" : "dueMore", String(more))];
    await this.#api.notifications.create(NAME, {
      type: "basic",
      iconUrl: this.#api.runtime.getURL("icons/tact.svg"),
      title: text(people.length === 1 ? "dueOne" : "dueMany", String(people.length)),
      message: new Intl.ListFormat(language, {type: more === 0 ? "unit" : "conjunction"}).format(names),
    });
  }

  /** @param {() => Promise<void>} work */
  #inTurn(work) {
    return this.#turns.take(work).catch(error => console.warn(`Tact: daily reminder: ${error}`));
  }
}

/**
 * When the next reminder is due: today, when nothing was said today, else tomorrow.
 *
 * @param {number} now milliseconds since 1970
 * @param {string} time HH:MM of the user's day
 * @param {unknown} remindedOn the day last spoken of, YYYY-MM-DD
 * @returns {number} milliseconds since 1970; in the past when it is late
 */
export function nextTime(now, time, remindedOn) {
  const [hours, minutes] = time.split(":").map(Number);
  const next = new Date(now);
  next.setHours(hours, minutes, 0, 0);
  if (remindedOn === dayOf(now)) {
    next.setDate(next.getDate() + 1);
  }
  return next.getTime();
}

/**
 * @param {FollowUp[]} rows
 * @returns {string[]} each person once, by name, the most urgent first
 */
export function peopleIn(rows) {
  return [...new Map(rows.map(({person, name}) => [addressIn(person), name])).values()];
}

/** In the user's time zone. @param {number} time @returns {string} YYYY-MM-DD */
function dayOf(time) {
  const date = new Date(time);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
