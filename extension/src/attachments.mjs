/**
 * The mails that are attached to drafts, by Message-ID: a first mail that is attached is quoted as well.
 */
import {atMost} from "./clock.mjs";

/** Of a mail, so much is looked at for its header, in bytes. */
const MAX_HEADER_BYTES = 65_536;

/** More attachments than these are not looked at. */
const MAX_ATTACHMENTS = 20;

/** A server may take so long to deliver an attached mail before a draft is told without it, in milliseconds. */
const READ_MS = 400;

/**
 * @typedef {{id: number, name?: string}} Attachment
 * @typedef {{read: Promise<void>, messageId: string | null}} Known
 */

export class Attachments {
  #api;
  #clock;
  #onRead;
  /** By compose tab, then by attachment. @type {Map<number, Map<number, Known>>} */
  #known = new Map();

  /**
   * @param {object} parts
   * @param {{compose: {listAttachments: (tabId: number) => Promise<Attachment[]>,
   *   getAttachmentFile: (id: number) => Promise<File>}}} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {(tabId: number) => void} parts.onRead told when a mail was read too late to be in the answer
   */
  constructor({api, clock, onRead}) {
    this.#api = api;
    this.#clock = clock;
    this.#onRead = onRead;
  }

  /**
   * @param {number} tabId compose tab
   * @returns {Promise<string[]>} Message-IDs, without those that cannot be read, or not yet; never rejects
   */
  async mails(tabId) {
    try {
      const all = await this.#api.compose.listAttachments(tabId);
      const mails = all.filter(({name = ""}) => /\.eml$/i.test(name)).slice(0, MAX_ATTACHMENTS);
      const before = this.#known.get(tabId);
      const known = new Map(mails.map(({id}) => [id, before?.get(id) ?? this.#read(id)]));
      this.#known.set(tabId, known);
      const reading = Promise.all([...known.values()].map(({read}) => read));
      let isRead = false;
      reading.then(() => {
        isRead = true;
      });
      await atMost(this.#clock, READ_MS, reading);
      if (!isRead) {
        reading.then(() => this.#known.get(tabId) === known && this.#onRead(tabId));
      }
      return [...known.values()].flatMap(({messageId}) => messageId ?? []);
    } catch (error) {
      console.debug(`Tact: attachments: ${error}`);
      return [];
    }
  }

  /** @param {number} tabId a tab that was closed */
  closed(tabId) {
    this.#known.delete(tabId);
  }

  /** @param {number} id @returns {Known} */
  #read(id) {
    /** @type {Known} */
    const known = {read: Promise.resolve(), messageId: null};
    known.read = this.#api.compose.getAttachmentFile(id)
      .then(file => file.slice(0, MAX_HEADER_BYTES).text())
      .then(header => {
        known.messageId = messageIdOf(header);
      })
      .catch(error => console.debug(`Tact: attachment ${id}: ${error}`));
    return known;
  }
}

/**
 * @param {string} mail its beginning
 * @returns {string | null} the Message-ID in its header, without angle brackets
 */
export function messageIdOf(mail) {
  const [header] = mail.split(/\r?\n\r?\n/, 1);
  const unfolded = header.replace(/\r?\n[ \t]+/g, " ");
  return /^message-id:[ \t]*<([^<>\s]+)>/im.exec(unfolded)?.[1] ?? null;
}
