/**
 * What the user decided at a hold, told to the host. A choice is written down first and struck off when the host has
 * confirmed it, so that none is lost while the host is away.
 */
import {outcomeStated} from "./events.mjs";
import {HostProblem} from "./host.mjs";

/** Where choices wait in storage.local. */
const KEY = "outcomes";

/** More waiting choices than these, the oldest, are dropped. */
const MAX_WAITING = 200;

/** The host has this long to confirm one, in milliseconds. */
const CONFIRM_MS = 5_000;

/** @typedef {{outcome: import("./protocol.mjs").Outcome, person: string, references: string[]}} Stated */

export class Outcomes {
  #host;
  #storage;
  /** Reads and writes of the storage, one after the other. @type {Promise<void>} */
  #turn = Promise.resolve();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.storage storage.local
   */
  constructor({host, storage}) {
    this.#host = host;
    this.#storage = storage;
  }

  /**
   * @param {Stated} stated
   * @returns {Promise<void>} settled when the choice is written down; telling the host goes on by itself
   */
  state(stated) {
    const written = this.#inTurn(async () => {
      await this.#write([...await this.#read(), stated].slice(-MAX_WAITING));
    });
    this.deliver();
    return written;
  }

  /**
   * Tells the host the choices that wait, oldest first; those it does not get stay for the next time.
   *
   * @returns {Promise<void>}
   */
  deliver() {
    return this.#inTurn(async () => {
      const waiting = await this.#read();
      while (waiting.length > 0) {
        const {outcome, person, references} = waiting[0];
        try {
          await this.#host.request(outcomeStated(outcome, person, references), {timeoutMs: CONFIRM_MS});
        } catch (error) {
          const refused = error instanceof HostProblem && !error.retryable;
          if (!refused) {
            return;
          }
          console.error(`Tact: the host refuses a choice: ${error}`);
        }
        waiting.shift();
        await this.#write(waiting);
      }
    });
  }

  /** @param {() => Promise<void>} work */
  #inTurn(work) {
    this.#turn = this.#turn.then(work).catch(error => console.error(`Tact: choices: ${error}`));
    return this.#turn;
  }

  /** @returns {Promise<Stated[]>} */
  async #read() {
    const {[KEY]: waiting} = await this.#storage.get(KEY);
    return Array.isArray(waiting) ? waiting : [];
  }

  /** @param {Stated[]} waiting */
  async #write(waiting) {
    await this.#storage.set({[KEY]: waiting});
  }
}
