/**
 * The button in Thunderbird's left bar, with a badge of how many follow-ups are due. The number is asked for when
 * something has happened and when a day begins, never in between.
 */
import {followUpsAsked} from "./events.mjs";
import {HostFault} from "./host.mjs";

/** Name of the space; Thunderbird wants letters, digits and underscores. */
const NAME = "tact";

const PAGE = "followups/followups.html";

/** Name of the alarm at the beginning of a day. */
const ALARM = "day";

/** So long after midnight a day has begun on every clock, in milliseconds. */
const DAWN_MS = 5_000;

/** News comes in bursts: between two questions lies at least this, in milliseconds. */
const SPACING_MS = 3_000;

/** The host has this long to answer, in milliseconds. */
const ANSWER_MS = 5_000;

/** A host that is away is asked again so often before the badge goes. */
const RETRIES = 3;

/** White on it has a contrast over 4.5. Due is no alarm: the colour of a hint. */
const COLOR = "#0b6a78";

/** All of them; none of the rows is wanted. */
const COUNT = followUpsAsked({group: null, text: "", sort: "next"}, 0, 0);

export class Space {
  #host;
  #api;
  #clock;
  #text;
  #onDay;
  /** The space's id, once it is there. @type {Promise<number> | null} */
  #id = null;
  /** @type {any} */
  #timer = null;
  #asking = false;
  #again = false;
  #askedAt = -Infinity;
  #failures = 0;
  /** How many threads the host had still to work out when it was asked last. */
  #behind = Infinity;

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request" | "retryInMs">} parts.host
   * @param {Pick<typeof browser, "alarms" | "runtime" | "spaces">} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {import("./annotations.mjs").Texts} parts.text
   * @param {() => void} parts.onDay called when a day has begun: what speaks of days says something else now
   */
  constructor({host, api, clock, text, onDay}) {
    this.#host = host;
    this.#api = api;
    this.#clock = clock;
    this.#text = text;
    this.#onDay = onDay;
  }

  /** Shows the button, counts, and waits for the next day. @returns {Promise<void>} */
  async start() {
    this.#arm();
    this.refresh();
    await this.#show();
  }

  /** Opens the list behind the button, or goes to it where it is open. @returns {Promise<void>} */
  async open() {
    await this.#api.spaces.open(await this.#show());
  }

  /** Counts anew, sooner or later: for example because there are new mails. */
  refresh() {
    this.#again = true;
    if (this.#timer === null && !this.#asking) {
      const waitMs = Math.max(0, this.#askedAt + SPACING_MS - this.#clock.now(),
        this.#failures > 0 ? this.#host.retryInMs : 0);
      this.#timer = this.#clock.setTimeout(() => {
        this.#timer = null;
        this.#count();
      }, waitMs);
    }
  }

  /**
   * The listener of alarms.onAlarm.
   *
   * @param {string} alarm its name
   */
  ring(alarm) {
    if (alarm === ALARM) {
      this.#arm();
      this.#onDay();
    }
  }

  #arm() {
    const dawn = new Date(this.#clock.now());
    dawn.setHours(24, 0, 0, DAWN_MS);
    this.#api.alarms.create(ALARM, {when: dawn.getTime()});
  }

  async #count() {
    this.#asking = true;
    this.#again = false;
    this.#askedAt = this.#clock.now();
    try {
      const {due, behind} = await this.#host.request(COUNT, {timeoutMs: ANSWER_MS});
      this.#failures = 0;
      // Each question has the host work on; one after which it is no further is the last until there is news.
      this.#again ||= behind > 0 && behind < this.#behind;
      this.#behind = behind > 0 ? behind : Infinity;
      await this.#paint(due);
    } catch (error) {
      if (!(error instanceof HostFault)) {
        console.warn(`Tact: space: ${error}`);
      } else if (this.#failures < RETRIES) {
        this.#failures += 1;
        this.#again = true;
      } else {
        // What is not known is not claimed.
        this.#failures = 0;
        await this.#paint(0);
      }
    } finally {
      this.#asking = false;
    }
    if (this.#again) {
      this.refresh();
    }
  }

  /** @param {number} due */
  async #paint(due) {
    const id = await this.#show();
    await this.#api.spaces.update(id, this.#button(due)).catch(error => console.warn(`Tact: space: ${error}`));
  }

  /** @param {number} due @returns {browser.spaces.SpaceButtonProperties} */
  #button(due) {
    return {
      badgeText: due > 0 ? String(due) : "",
      badgeBackgroundColor: COLOR,
      defaultIcons: "icons/space.svg",
      title: due === 0 ? this.#text("spaceTitle")
        : due === 1 ? this.#text("spaceTitleOne") : this.#text("spaceTitleMany", String(due)),
    };
  }

  /** @returns {Promise<number>} */
  #show() {
    this.#id ??= this.#findOrCreate().catch(error => {
      this.#id = null;
      throw error;
    });
    return this.#id;
  }

  /** An earlier life of the event page may have made it. */
  async #findOrCreate() {
    const [there] = await this.#api.spaces.query({name: NAME, isSelfOwned: true});
    return (there ?? await this.#api.spaces.create(NAME, this.#api.runtime.getURL(PAGE), this.#button(0))).id;
  }
}
