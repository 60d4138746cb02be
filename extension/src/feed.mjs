/**
 * Mails as they come and go: new mail, sent mail, and copies in Sent that another device has put there. The host knows
 * a mail by its Message-ID, so telling it twice costs time only.
 */
import {draftOf, isLeftOut, mailObserved, mailsListed, referencesOf} from "./events.mjs";
import {listed} from "./history.mjs";
import {fetchRaw, headerBlock} from "./mails.mjs";

/** Changes of a folder come in bursts; it is looked at when they pause, in milliseconds. */
const BURST_MS = 1_500;

/** A copy can arrive this long after it was sent, from a device that was offline, in milliseconds. */
const OVERLAP_MS = 3 * 24 * 3_600_000;

/** Without an earlier scan the first one goes back this far, in milliseconds; older mail is found by the look-ups. */
const FIRST_SCAN_MS = 14 * 24 * 3_600_000;

/** The first synchronisation of an account is one flood of new mail: only so many of it, the newest, are told. */
const MAX_NEW = 500;

/** A scan that was done so short a time ago is not done again, in milliseconds. */
const SCANNED_MS = 10 * 60_000;

/** The host has this long for one event, in milliseconds. */
const HOST_MS = 30_000;

/** Where the time of the last scan stands in storage.local. */
const KEY = "scannedAt";

/** Where it stands, in storage.local, before when nothing is read: something was forgotten then. */
export const READ_FROM = "readFrom";

/** Names of folders for sent mail that carry no mark, as on IMAP servers without SPECIAL-USE. */
const SENT_NAMES = Object.freeze(["sent", "sent items", "sent mail", "sent messages", "gesendet", "gesendete elemente",
  "gesendete objekte", "gesendete nachrichten", "envoyés", "enviados", "inviati", "verzonden items"]);

/**
 * @typedef {browser.messages.MessageHeader} MessageHeader
 * @typedef {import("./folders.mjs").Folder} Folder
 */

export class Feed {
  #host;
  #history;
  #folders;
  #api;
  #storage;
  #clock;
  #onNews;
  /** The scan that is under way. @type {Promise<void> | null} */
  #scan = null;
  /** Folders whose look is due, by id. @type {Map<string, any>} */
  #due = new Map();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<import("./history.mjs").History, "observe">} parts.history
   * @param {Pick<import("./folders.mjs").MailFolders, "isOn">} parts.folders
   * @param {typeof browser} parts.api
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.storage storage.local
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {() => void} parts.onNews called after the host has recorded something new
   */
  constructor({host, history, folders, api, storage, clock, onNews}) {
    this.#host = host;
    this.#history = history;
    this.#folders = folders;
    this.#api = api;
    this.#storage = storage;
    this.#clock = clock;
    this.#onNews = onNews;
  }

  /**
   * The listener of messages.onNewMailReceived.
   *
   * @param {Folder} folder
   * @param {{id?: string | null, messages: MessageHeader[]}} page
   */
  async received(folder, page) {
    if (isLeftOut(folder)) {
      return;
    }
    await this.#quietly(async () => {
      if (!await this.#folders.isOn(folder.accountId)) {
        return 0;
      }
      let {id, messages} = page;
      const headers = [...messages];
      while (id) {
        ({id, messages} = await this.#api.messages.continueList(id));
        headers.push(...messages);
      }
      const newest = headers.filter(header => !header.junk)
        .sort((one, other) => Number(new Date(other.date)) - Number(new Date(one.date)))
        .slice(0, MAX_NEW);
      return this.#history.observe(newest);
    });
  }

  /**
   * The listener of compose.onAfterSend. A mail that is queued counts when it is really sent: it shows up in Sent.
   *
   * @param {unknown} _tab
   * @param {{mode: string, error?: string, headerMessageId?: string, messages?: MessageHeader[],
   *   details?: browser.compose.ComposeDetails}} sent
   */
  async sent(_tab, {mode, error, headerMessageId, messages = [], details}) {
    if (mode !== "sendNow" || error) {
      return;
    }
    await this.#quietly(async () => {
      if (!await this.#folders.isOn(await this.#accountOf(messages, details))) {
        return 0;
      }
      const raw = await this.#copyOf(messages) ?? await this.#rebuilt(headerMessageId, details);
      return raw === null ? 0 : (await this.#host.request(mailObserved([raw]), {timeoutMs: HOST_MS})).recorded;
    });
  }

  /**
   * Which account a sent mail belongs to: the one its copy lies in, else the one it was sent from.
   *
   * @param {MessageHeader[]} copies
   * @param {browser.compose.ComposeDetails | undefined} details
   * @returns {Promise<string | undefined>}
   */
  async #accountOf([copy], details) {
    const identity = !copy && details?.identityId ? await this.#api.identities.get(details.identityId) : null;
    return copy?.folder?.accountId ?? identity?.accountId;
  }

  /**
   * @param {MessageHeader[]} copies
   * @returns {Promise<string | null>} the sent mail; null when there is no copy, or it cannot be read
   */
  async #copyOf([copy]) {
    return copy ? fetchRaw(copy, this.#api, this.#clock).catch(() => null) : null;
  }

  /**
   * @param {string | undefined} messageId
   * @param {browser.compose.ComposeDetails | undefined} details
   * @returns {Promise<string | null>} a mail with the headers that count; null when not enough is known
   */
  async #rebuilt(messageId, details) {
    if (!messageId || !details) {
      return null;
    }
    const draft = draftOf(details, await referencesOf(details, this.#api));
    return headerBlock({...draft, messageId, date: new Date(this.#clock.now())});
  }

  /**
   * The listener of folders.onFolderInfoChanged.
   *
   * @param {Folder} folder
   * @param {{totalMessageCount?: number}} info what has changed
   */
  folderChanged(folder, info) {
    if (info.totalMessageCount === undefined || !holdsSentMail(folder) || !folder.id) {
      return;
    }
    const {id} = folder;
    this.#clock.clearTimeout(this.#due.get(id));
    this.#due.set(id, this.#clock.setTimeout(() => {
      this.#due.delete(id);
      this.#quietly(() => this.#look([folder], this.#clock.now() - OVERLAP_MS));
    }, BURST_MS));
  }

  /** Looks for what was sent from elsewhere since the last scan. @returns {Promise<void>} */
  scan() {
    this.#scan ??= this.#scanOnce().finally(() => {
      this.#scan = null;
    });
    return this.#scan;
  }

  async #scanOnce() {
    await this.#quietly(async () => {
      const startedAt = this.#clock.now();
      const {[KEY]: scannedAt} = await this.#storage.get(KEY);
      const before = typeof scannedAt === "number" ? scannedAt : null;
      if (before !== null && startedAt - before < SCANNED_MS) {
        return 0;
      }
      const since = before === null ? startedAt - FIRST_SCAN_MS : before - OVERLAP_MS;
      const folders = await this.#api.folders.query({});
      const recorded = await this.#look(/** @type {Folder[]} */ (folders).filter(holdsSentMail), since);
      await this.#storage.set({[KEY]: startedAt});
      return recorded;
    });
  }

  /**
   * @param {Folder[]} folders
   * @param {number} since
   * @returns {Promise<number>} how many mails were new to the host
   */
  async #look(folders, since) {
    const {[READ_FROM]: readFrom = 0} = await this.#storage.get(READ_FROM);
    let recorded = 0;
    for (const folder of folders) {
      if (!await this.#folders.isOn(folder.accountId)) {
        continue;
      }
      const headers = await listed(this.#api, {folderId: folder.id, fromDate: new Date(Math.max(since, readFrom))});
      const byId = new Map(headers.map(header => [header.headerMessageId, header]));
      if (byId.size > 0) {
        const {messageIds} = await this.#host.request(mailsListed([...byId.keys()]), {timeoutMs: HOST_MS});
        const unknown = messageIds.flatMap((/** @type {string} */ id) => byId.get(id) ?? []);
        recorded += await this.#history.observe(unknown);
      }
    }
    return recorded;
  }

  /**
   * What cannot be told now is found by a later look-up or scan.
   *
   * @param {() => Promise<number>} work
   */
  async #quietly(work) {
    try {
      if (await work() > 0) {
        this.#onNews();
      }
    } catch (error) {
      console.warn(`Tact could not pass on mail: ${error}`);
    }
  }
}

/**
 * @param {Folder} folder
 * @returns {boolean} whether mail of mine is kept there, by its mark or its name
 */
export function holdsSentMail(folder) {
  if (isLeftOut(folder) || folder.isRoot || folder.isVirtual || folder.isUnified || folder.isTag) {
    return false;
  }
  return folder.specialUse?.includes("sent") === true || SENT_NAMES.includes((folder.name ?? "").toLowerCase());
}
