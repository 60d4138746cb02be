/**
 * Keeps the tags in the thread list in step with what the host knows: each thread's newest try carries its mark. What
 * is done is written down, so that an interruption costs nothing but the rest.
 */
import {pause} from "./clock.mjs";
import {marksAsked} from "./events.mjs";
import {MAX_MARKS} from "./protocol.mjs";

/** Where the marks that mails carry stand in storage.local, by Message-ID. */
const KEY = "tags";

/** News comes in bursts: mails are tagged when it pauses, in milliseconds. */
const BURST_MS = 3_000;

/** Mails tagged at a time, and the pause after them, in milliseconds: nobody should feel it. */
const BATCH = 25;
const REST_MS = 250;

/** The host has this long to answer, in milliseconds. */
const ANSWER_MS = 10_000;

/** A host that still has threads to work out is asked again after this, in milliseconds. */
const BEHIND_MS = 1_000;

/** @typedef {{messageId: string, mark: string | null}} Change */

export class Tags {
  #host;
  #tagging;
  #settings;
  #storage;
  #clock;
  /** @type {any} */
  #timer = null;
  #busy = false;
  /** Mails that were nowhere; they are looked for again when Thunderbird is started anew. @type {Set<string>} */
  #nowhere = new Set();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<import("./tagging.mjs").Tagging, "isAllowed" | "disallow" | "define" | "removeAll" | "find" | "put">}
   *   parts.tagging
   * @param {Pick<import("./settings.mjs").Settings, "current">} parts.settings
   * @param {Pick<browser.storage.StorageArea, "get" | "set" | "remove">} parts.storage storage.local
   * @param {import("./clock.mjs").Clock} parts.clock
   */
  constructor({host, tagging, settings, storage, clock}) {
    this.#host = host;
    this.#tagging = tagging;
    this.#settings = settings;
    this.#storage = storage;
    this.#clock = clock;
  }

  /** Has the tags brought into step, a moment later: there is news, or they were switched on or off. */
  changed() {
    this.#again(BURST_MS);
  }

  /** @param {number} ms */
  #again(ms) {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => {
      if (this.#busy) {
        this.#again(BURST_MS);
        return;
      }
      this.#busy = true;
      this.#work()
        .catch(error => console.warn(`Tact: tags: ${error}`))
        .finally(() => {
          this.#busy = false;
        });
    }, ms);
  }

  async #work() {
    const {[KEY]: marks = null} = await this.#storage.get(KEY);
    if (!await this.#isOn()) {
      if (marks && await this.#tagging.isAllowed()) {
        await this.#tagging.removeAll();
        await this.#storage.remove(KEY);
        await this.#tagging.disallow();
      }
      return;
    }
    if (await this.#tagging.isAllowed()) {
      const wanted = await this.#wanted();
      if (wanted) {
        await this.#apply(marks ?? {}, wanted);
      } else {
        this.#again(BEHIND_MS);
      }
    }
  }

  async #isOn() {
    return (await this.#settings.current()).tags;
  }

  /**
   * @returns {Promise<Map<string, string> | null>} marks by Message-ID; null while not all of them are known
   * @throws {import("./host.mjs").HostFault} nothing is known: what mails carry stays
   */
  async #wanted() {
    /** @type {Map<string, string>} */
    const wanted = new Map();
    /** @type {number | null} */
    let from = 0;
    while (from !== null) {
      /** @type {import("./protocol.mjs").MarksPage} */
      const page = await this.#host.request(marksAsked(from, MAX_MARKS), {timeoutMs: ANSWER_MS});
      if (page.behind > 0) {
        return null;
      }
      page.marks.forEach(({messageId, mark}) => wanted.set(messageId, mark));
      from = page.next;
    }
    return wanted;
  }

  /**
   * @param {Record<string, string>} marks that mails carry; written to as they change
   * @param {Map<string, string>} wanted
   */
  async #apply(marks, wanted) {
    const changes = changesOf(marks, wanted).filter(({messageId}) => !this.#nowhere.has(messageId));
    // Written down before the first tag is there, so that one that is interrupted here is taken away all the same.
    await this.#storage.set({[KEY]: marks});
    await this.#tagging.define([...new Set(wanted.values())]);
    const found = await this.#tagging.find(changes.map(({messageId}) => messageId));
    for (let at = 0; at < changes.length && await this.#isOn(); at += BATCH) {
      for (const {messageId, mark} of changes.slice(at, at + BATCH)) {
        const copies = found.get(messageId) ?? [];
        for (const copy of copies) {
          await this.#tagging.put(copy, mark)
            .catch(error => console.warn(`Tact: the tag of ${messageId}: ${error}`));
        }
        if (mark === null) {
          delete marks[messageId];
        } else if (copies.length > 0) {
          marks[messageId] = mark;
        } else {
          this.#nowhere.add(messageId);
        }
      }
      await this.#storage.set({[KEY]: marks});
      await pause(this.#clock, REST_MS);
    }
  }
}

/**
 * What has to change.
 *
 * @param {Record<string, string>} marks that mails carry
 * @param {Map<string, string>} wanted
 * @returns {Change[]} marks taken away first
 */
export function changesOf(marks, wanted) {
  const gone = Object.keys(marks).filter(messageId => !wanted.has(messageId));
  const other = [...wanted].filter(([messageId, mark]) => marks[messageId] !== mark);
  return [
    ...gone.map(messageId => ({messageId, mark: null})),
    ...other.map(([messageId, mark]) => ({messageId, mark})),
  ];
}
