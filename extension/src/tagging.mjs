/**
 * Tact's tags in Thunderbird: their definitions, and which mails carry one. Tags of other kinds are never touched.
 */
import {inTime} from "./clock.mjs";
import {holdsSentMail} from "./feed.mjs";
import {listed} from "./history.mjs";

/** All that is needed to tag; asked for when tags are switched on. */
export const PERMISSIONS = Object.freeze(["messagesTags", "messagesTagsList", "messagesUpdate"]);

/** Tact's own tags begin so; the rest is the mark as the protocol has it. On IMAP it is the keyword on the server. */
const PREFIX = "tact-";

/** Colours of the marks; readable on light and on dark rows. */
const COLORS = Object.freeze({first: "#3C7FC0", later: "#2A8C8C", last: "#C77400", letGo: "#7A828C"});

/** Up to so many mails are looked for one by one, more in one pass over the folders. */
const FEW = 20;

/** Mails Thunderbird hands over at a time. */
const PAGE = 500;

/** A server may take this long to keep a keyword, in milliseconds. */
const UPDATE_MS = 15_000;

/**
 * @typedef {browser.messages.MessageHeader} MessageHeader
 * @typedef {{key: string, tag: string}} Tag
 */

export class Tagging {
  #api;
  #folders;
  #clock;
  #text;

  /**
   * @param {object} parts
   * @param {typeof browser} parts.api
   * @param {Pick<import("./folders.mjs").MailFolders, "list">} parts.folders
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {import("./annotations.mjs").Texts} parts.text
   */
  constructor({api, folders, clock, text}) {
    this.#api = api;
    this.#folders = folders;
    this.#clock = clock;
    this.#text = text;
  }

  /** @returns {Promise<boolean>} whether Thunderbird lets Tact tag */
  isAllowed() {
    return this.#api.permissions.contains({permissions: /** @type {any} */ ([...PERMISSIONS])});
  }

  /** Gives back what was allowed for tagging. */
  async disallow() {
    await this.#api.permissions.remove({permissions: /** @type {any} */ ([...PERMISSIONS])});
  }

  /**
   * Sees to it that the tags of some marks are there, in the language that is spoken. A name that another tag has
   * already gets an addition.
   *
   * @param {string[]} marks
   */
  async define(marks) {
    const {tags} = this.#api.messages;
    const there = /** @type {Tag[]} */ (await tags.list());
    for (const mark of marks) {
      const key = keyOf(mark);
      const own = there.find(tag => tag.key === key);
      const taken = there.some(({tag, key: other}) => other !== key && tag === nameOf(mark, this.#text));
      const name = taken ? `${nameOf(mark, this.#text)} (Tact)` : nameOf(mark, this.#text);
      if (!own) {
        await tags.create(key, name, colorOf(mark));
      } else if (own.tag !== name) {
        await tags.update(key, {tag: name});
      }
    }
  }

  /** Takes all of Tact's tags from all mails, and their definitions away. */
  async removeAll() {
    const keys = /** @type {Tag[]} */ (await this.#api.messages.tags.list()).map(({key}) => key).filter(isOwn);
    if (keys.length > 0) {
      const tags = {mode: "any", tags: Object.fromEntries(keys.map(key => [key, true]))};
      for (const header of await listed(this.#api, {tags, messagesPerPage: PAGE})) {
        await this.put(header, null);
      }
      for (const key of keys) {
        await this.#api.messages.tags.delete(key);
      }
    }
  }

  /**
   * Mails by their Message-ID; first where sent mail is kept, and if there are few, everywhere.
   *
   * @param {string[]} messageIds
   * @returns {Promise<Map<string, MessageHeader[]>>} each with its copies; without those that are nowhere
   */
  async find(messageIds) {
    const folders = await this.#folders.list();
    const sent = folders.filter(holdsSentMail);
    if (messageIds.length > FEW) {
      return this.#findMany(new Set(messageIds), sent);
    }
    /** @type {Map<string, MessageHeader[]>} */
    const found = new Map();
    for (const headerMessageId of messageIds) {
      for (const places of [sent, folders]) {
        for (const {id: folderId} of found.has(headerMessageId) ? [] : places) {
          note(found, await listed(this.#api, {headerMessageId, folderId}));
        }
      }
    }
    return found;
  }

  /** @param {Set<string>} wanted @param {import("./folders.mjs").Folder[]} folders */
  async #findMany(wanted, folders) {
    /** @type {Map<string, MessageHeader[]>} */
    const found = new Map();
    for (const {id: folderId} of folders) {
      const headers = await listed(this.#api, {folderId, messagesPerPage: PAGE});
      note(found, headers.filter(({headerMessageId}) => wanted.has(headerMessageId)));
    }
    return found;
  }

  /**
   * Gives a mail the tag of a mark in the place of any other of Tact's.
   *
   * @param {MessageHeader} header
   * @param {string | null} mark null for none
   */
  async put({id}, mark) {
    // As they are now: somebody may have tagged the mail meanwhile.
    const {tags: before} = await this.#api.messages.get(id);
    const tags = [...before.filter(key => !isOwn(key)), ...(mark === null ? [] : [keyOf(mark)])];
    if (tags.length !== before.length || tags.some(key => !before.includes(key))) {
      await inTime(this.#clock, UPDATE_MS, this.#api.messages.update(id, {tags}),
        () => new Error("The server does not keep the tag"));
    }
  }
}

/** @param {Map<string, MessageHeader[]>} found @param {MessageHeader[]} headers */
function note(found, headers) {
  for (const header of headers) {
    const copies = found.get(header.headerMessageId) ?? [];
    found.set(header.headerMessageId, [...copies, header]);
  }
}

/** @param {string} mark */
const keyOf = mark => `${PREFIX}${mark}`;

/** @param {string} key */
const isOwn = key => key.startsWith(PREFIX);

/** @param {string} mark @param {import("./annotations.mjs").Texts} text */
function nameOf(mark, text) {
  const [, number] = /^try-(\d+)$/.exec(mark) ?? [];
  return number ? text("tag_try", number) : text(mark === "let-go" ? "tag_letGo" : "tag_lastTry");
}

/** @param {string} mark */
function colorOf(mark) {
  return {"try-1": COLORS.first, "last-try": COLORS.last, "let-go": COLORS.letGo}[mark] ?? COLORS.later;
}
