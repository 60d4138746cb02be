/**
 * What the user says of people, told to the host. A statement is written down first and struck off when the host has
 * confirmed it, so that none is lost while the host is away.
 */
import {stated as statedEvent} from "./events.mjs";
import {HostProblem} from "./host.mjs";
import {Turns} from "./turns.mjs";

/** Where statements wait in storage.local. */
const KEY = "statements";

/** More waiting statements than these, the oldest, are dropped. */
const MAX_WAITING = 200;

/** The host has this long to confirm one, in milliseconds. */
const CONFIRM_MS = 5_000;

/**
 * @typedef {{person: string, references: string[], claim: import("./protocol.mjs").Claim}} Statement
 * @typedef {{noted: import("./protocol.mjs").Noted | null, kept: boolean}} Said what the host notes of a statement;
 *   null when it does not have it: kept says that it will be told when the host is back
 */

export class Statements {
  #host;
  #storage;
  #onTold;
  /** Reads and writes of the storage. */
  #turns = new Turns();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.storage storage.local
   * @param {() => void} [parts.onTold] called after the host has noted some
   */
  constructor({host, storage, onTold = () => {}}) {
    this.#host = host;
    this.#storage = storage;
    this.#onTold = onTold;
  }

  /**
   * @param {Statement} statement
   * @returns {Promise<void>} settled when the statement is written down; telling the host goes on by itself
   */
  async state(statement) {
    const written = this.#writeDown(statement);
    this.deliver();
    await written;
  }

  /**
   * As `state`, for who wants to hear what came of it.
   *
   * @param {Statement} statement
   * @returns {Promise<Said>} never rejects
   */
  async say(statement) {
    const written = this.#writeDown(statement);
    // Right behind it, so that the last statement told is this one.
    const told = this.deliver();
    return await written ? told : {noted: null, kept: false};
  }

  /**
   * Tells the host the statements that wait, oldest first; those it does not get stay for the next time.
   *
   * @returns {Promise<Said>} of the last one
   */
  async deliver() {
    /** @type {import("./protocol.mjs").Noted | null} */
    let noted = null;
    let kept = false;
    await this.#inTurn(async () => {
      const waiting = await this.#read();
      while (waiting.length > 0) {
        const {person, references, claim} = waiting[0];
        noted = null;
        try {
          noted = await this.#host.request(statedEvent(person, references, claim), {timeoutMs: CONFIRM_MS});
        } catch (error) {
          const refused = error instanceof HostProblem && !error.retryable;
          if (!refused) {
            kept = true;
            return;
          }
          console.error(`Tact: the host refuses a statement: ${error}`);
        }
        waiting.shift();
        await this.#write(waiting);
      }
    });
    if (noted) {
      this.#onTold();
    }
    return {noted, kept};
  }

  /** @param {Statement} statement @returns {Promise<boolean>} whether it is written down */
  async #writeDown(statement) {
    let done = false;
    await this.#inTurn(async () => {
      await this.#write([...await this.#read(), statement].slice(-MAX_WAITING));
      done = true;
    });
    return done;
  }

  /** @param {() => Promise<void>} work */
  #inTurn(work) {
    return this.#turns.take(work).catch(error => console.error(`Tact: statements: ${error}`));
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
