/**
 * The add-on Send Later (sendlater3@kamens.us), where it is installed. It takes no orders from other add-ons, but tells
 * them its id and how it writes a time, and every minute sends those drafts whose header names both and whose time has
 * come; it takes these header lines out before it sends.
 */
import {inTime} from "./clock.mjs";

const SEND_LATER = "sendlater3@kamens.us";

/** Without an answer in this time it is not there, in milliseconds. */
const ANSWER_MS = 300;

/** A mail for a day goes out when people begin to read, in the user's time zone. */
const HOUR = "09:00";

export class SendLater {
  #api;
  #clock;

  /**
   * @param {object} parts
   * @param {{runtime: {sendMessage: (id: string, message: object) => Promise<any>}}} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   */
  constructor({api, clock}) {
    this.#api = api;
    this.#clock = clock;
  }

  /**
   * The header lines that have a draft sent on a day.
   *
   * @param {string} day YYYY-MM-DD
   * @returns {Promise<{name: string, value: string}[] | null>} null where the add-on is not there or does not answer
   */
  async headersFor(day) {
    try {
      const [uuid, at] = await Promise.all([
        this.#ask({action: "getUUID"}),
        this.#ask({action: "parseDate", value: `${day} ${HOUR}`}),
      ]);
      if (!isWord(uuid) || !isWord(at) || !isOn(at, day)) {
        return null;
      }
      return [
        {name: "X-Send-Later-UUID", value: uuid},
        {name: "X-Send-Later-At", value: at},
        {name: "X-Send-Later-Recur", value: "none"},
      ];
    } catch {
      return null;
    }
  }

  /** @param {object} message @returns {Promise<unknown>} */
  #ask(message) {
    return inTime(this.#clock, ANSWER_MS, this.#api.runtime.sendMessage(SEND_LATER, message),
      () => new Error("no Send Later"));
  }
}

/** @param {unknown} value @returns {value is string} */
const isWord = value => typeof value === "string" && value !== "" && !/[\r\n]/.test(value);

/**
 * @param {string} time as Send Later writes it
 * @param {string} day
 * @returns {boolean} whether it has understood the day
 */
function isOn(time, day) {
  const [year, month, date] = day.split("-").map(Number);
  const read = new Date(time);
  return read.getFullYear() === year && read.getMonth() === month - 1 && read.getDate() === date;
}
