/**
 * What the user says of people, told to the host. A statement is written down first and struck off when the host has
 * confirmed it, so that none is lost while the host is away.
 */
import {stated as statedEvent} from "./events.mjs";
import {HostProblem} from "./host.mjs";

/** Where statements wait in storage.local. */
const KEY = "statements";

/** More waiting statements than these, the oldest, are dropped. */
const MAX_WAITING = 200;

/** The host has this long to confirm one, in milliseconds. */
const CONFIRM_MS = 5_000;

/** @typedef {{person: string, references: string[], claim: import("./protocol.mjs").Claim}} Statement */

export class Statements {
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
   * @param {Statement} statement
   * @returns {Promise<void>} settled when the statement is written down; telling the host goes on by itself
   */
  state(statement) {
    const written = this.#inTurn(async () => {
      await this.#write([...await this.#read(), statement].slice(-MAX_WAITING));
    });
    this.deliver();
    return written;
  }

  /**
   * Tells the host the statements that wait, oldest first; those it does not get stay for the next time.
   *
   * @returns {Promise<void>}
   */
  deliver() {
    return this.#inTurn(async () => {
      const waiting = await this.#read();
      while (waiting.length > 0) {
        const {person, references, claim} = waiting[0];
        try {
          await this.#host.request(statedEvent(person, references, claim), {timeoutMs: CONFIRM_MS});
        } catch (error) {
          const refused = error instanceof HostProblem && !error.retryable;
          if (!refused) {
            return;
          }
          console.error(`Tact: the host refuses a statement: ${error}`);
        }
        waiting.shift();
        await this.#write(waiting);
      }
    });
  }

  /** @param {() => Promise<void>} work */
  #inTurn(work) {
    this.#turn = this.#turn.then(work).catch(error => console.error(`Tact: statements: ${error}`));
    return this.#turn;
  }

  /** @returns {Promise<Statement[]>} */
  async #read() {
    const {[KEY]: waiting} = await this.#storage.get(KEY);
    return Array.isArray(waiting) ? waiting : [];
  }

  /** @param {Statement[]} waiting */
  async #write(waiting) {
    await this.#storage.set({[KEY]: waiting});
  }
}
