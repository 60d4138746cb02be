/**
 * What the ledger holds, for the options page: who is muted, export and import, what is to be forgotten.
 */
import {eraseAsked, exportAsked, forgetAsked, mutedAsked, recordsImported} from "./events.mjs";
import {READ_FROM} from "./feed.mjs";
import {HostFault} from "./host.mjs";

/** The host has this long for a page of them, in milliseconds. */
const PAGE_MS = 30_000;

/** The host writes its file anew when it forgets, and has this long for it, in milliseconds. */
const FORGET_MS = 120_000;

/** What erasing leaves in storage.local: the settings, what mails are tagged with, how far history was imported. */
const LEFT = Object.freeze(["settings", "tags", "import"]);

/**
 * What the host says, or why it says nothing.
 *
 * @template T
 * @typedef {{answer: T | null, fault: {name: string, detail: string | null} | null}} Answered
 */

/** @typedef {import("./protocol.mjs").Muted} Muted */

export class Records {
  #host;
  #statements;
  #history;
  #storage;
  #clock;
  #onChanged;

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request" | "greetAgain">} parts.host
   * @param {Pick<import("./statements.mjs").Statements, "say">} parts.statements
   * @param {Pick<import("./history.mjs").History, "stop">} parts.history
   * @param {Pick<browser.storage.StorageArea, "get" | "set" | "remove">} parts.storage storage.local
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {() => void} parts.onChanged called after the ledger has become another
   */
  constructor({host, statements, history, storage, clock, onChanged}) {
    this.#host = host;
    this.#statements = statements;
    this.#history = history;
    this.#storage = storage;
    this.#clock = clock;
    this.#onChanged = onChanged;
  }

  /** @returns {Promise<Answered<{muted: Muted[]}>>} the newest first */
  muted() {
    return this.#ask(mutedAsked(), PAGE_MS);
  }

  /**
   * Lets Tact speak of somebody again, or no more.
   *
   * @param {Muted} muted
   * @param {boolean} isMuted
   * @returns {Promise<import("./statements.mjs").Said>}
   */
  async mute({person, references, scope}, isMuted) {
    const claim = isMuted ? {kind: "muted", scope} : {kind: "taken-back", what: "muted"};
    const said = await this.#statements.say({person, references, claim});
    this.#onChanged();
    return said;
  }

  /** @param {string | null} from cursor @returns {Promise<Answered<import("./protocol.mjs").ExportPage>>} */
  page(from) {
    return this.#ask(exportAsked(from), PAGE_MS);
  }

  /**
   * @param {object[]} records at most as many as one event holds
   * @param {boolean} isLast whether more follow
   * @returns {Promise<Answered<import("./protocol.mjs").Receipt>>}
   */
  async add(records, isLast) {
    const answered = await this.#ask(recordsImported(records), FORGET_MS);
    if (isLast || answered.fault) {
      this.#onChanged();
    }
    return answered;
  }

  /**
   * @param {string} person mailbox
   * @returns {Promise<Answered<import("./protocol.mjs").Forgotten>>}
   */
  async forget(person) {
    await this.#history.stop();
    const answered = await this.#ask(forgetAsked(person), FORGET_MS);
    if (answered.answer) {
      await this.#readFromNow();
    }
    this.#onChanged();
    return answered;
  }

  /**
   * Empties the ledger, and with it what waits here to be told or spoken of. From now on new mail is read as ever.
   *
   * @returns {Promise<Answered<import("./protocol.mjs").Forgotten>>}
   */
  async erase() {
    await this.#history.stop();
    const answered = await this.#ask(eraseAsked(), FORGET_MS);
    if (answered.answer) {
      const kept = Object.keys(await this.#storage.get(/** @type {any} */ (null)));
      await this.#storage.remove(kept.filter(key => !LEFT.includes(key)));
      await this.#readFromNow();
      await this.#host.greetAgain().catch(error => console.warn(`Tact: hello: ${error}`));
    }
    this.#onChanged();
    return answered;
  }

  /** Else the next look at sent mail would bring the last days back by itself. */
  async #readFromNow() {
    await this.#storage.set({[READ_FROM]: this.#clock.now()});
  }

  /**
   * @param {import("./protocol.mjs").Event} event
   * @param {number} timeoutMs
   * @returns {Promise<Answered<any>>}
   */
  async #ask(event, timeoutMs) {
    try {
      return {answer: await this.#host.request(event, {timeoutMs, urgent: true}), fault: null};
    } catch (error) {
      if (!(error instanceof HostFault)) {
        throw error;
      }
      return {answer: null, fault: {name: error.fault, detail: error.detail}};
    }
  }
}
