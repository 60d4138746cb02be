/**
 * Reads from Thunderbird what the host does not know yet about the people a draft or a displayed mail is about: the
 * three steps of host/PROTOCOL.md, "history". At most two look-ups run at once, one per address.
 */
import {atMost} from "./clock.mjs";
import {addressIn, historyAsked, historyRead, mailsListed} from "./events.mjs";
import {observeMails} from "./observed.mjs";

/** An answer of an assistant shows up in the second round, what hangs on it in the third. */
const ROUNDS = 3;

/** Mail systems give up within five days (RFC 5321, section 4.5.4.1), in milliseconds. */
const BOUNCE_MS = 5 * 24 * 3_600_000;

/**
 * Authors of delivery reports. Thunderbird's own search by author compares whole addresses, and theirs are those of
 * servers; what a report says is for the host to read.
 */
const MAIL_SYSTEM = /mailer.?daemon|postmaster|mail delivery|microsoft outlook/i;

/** More mails than these, the newest, are not read for one search. */
const MAX_FOUND = 500;

/** Mails Thunderbird hands over at a time. */
const PAGE = 500;

/**
 * Thunderbird searches without a pause, about 50 µs a mail in the asked-for time: a longer time is asked for in slices
 * of about so many mails, so that nobody feels it while typing.
 */
const SLICE_MAILS = 3_000;

/** Message-IDs asked about in one event. */
export const MAX_LISTED = 500;

/** People looked up for one draft: who writes to more of them is not waiting for one. */
const MAX_PEOPLE = 20;

/** Look-ups side by side. */
const LOOKUPS = 2;

/** A look-up that takes longer is given up, in milliseconds. */
const LOOKUP_MS = 120_000;

/** The host has this long for one question, in milliseconds. */
const HOST_MS = 30_000;

/** So long after a look-up its address is not looked up again, in milliseconds: the host would find nothing missing. */
const FRESH_MS = 5 * 60_000;

/** So long after a failed look-up it is not tried again, in milliseconds. */
const RETRY_MS = 5_000;

/**
 * @typedef {import("./clock.mjs").Clock} Clock
 * @typedef {browser.messages.MessageHeader} MessageHeader
 * @typedef {{mailbox: string, owners: Set<string>, cancelled: boolean, done: Promise<void>, start: () => void}} LookUp
 */

export class History {
  #host;
  #cards;
  #folders;
  #api;
  #clock;
  /** Running and waiting look-ups by address. @type {Map<string, LookUp>} */
  #lookUps = new Map();
  /** @type {LookUp[]} */
  #queue = [];
  #running = 0;
  /** When an address may be looked up again. @type {Map<string, number>} */
  #freshUntil = new Map();
  /** @type {() => void} */
  #onNews;

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<import("./cards.mjs").Cards, "tell">} parts.cards
   * @param {Pick<import("./folders.mjs").MailFolders, "list">} parts.folders
   * @param {typeof browser} parts.api
   * @param {Clock} parts.clock
   * @param {() => void} parts.onNews called after a look-up has recorded mails the host did not have
   */
  constructor({host, cards, folders, api, clock, onNews}) {
    this.#host = host;
    this.#cards = cards;
    this.#folders = folders;
    this.#api = api;
    this.#clock = clock;
    this.#onNews = onNews;
  }

  /**
   * Sees to it that these people are looked up, unless they just were.
   *
   * @param {string} owner who wants it: a compose tab or a message tab; replaces what the owner wanted before
   * @param {string[]} people mailboxes
   * @returns {boolean} whether a look-up of one of them is under way
   */
  want(owner, people) {
    const wanted = people.slice(0, MAX_PEOPLE);
    const addresses = new Set(wanted.map(addressIn));
    for (const [address, lookUp] of this.#lookUps) {
      if (!addresses.has(address)) {
        this.#disown(lookUp, owner);
      }
    }
    let underWay = false;
    for (const mailbox of wanted) {
      const address = addressIn(mailbox);
      const lookUp = this.#lookUps.get(address);
      if (lookUp) {
        lookUp.owners.add(owner);
        underWay = true;
      } else if (this.#clock.now() >= (this.#freshUntil.get(address) ?? 0)) {
        this.#enqueue(address, mailbox, owner);
        underWay = true;
      }
    }
    return underWay;
  }

  /** @param {string} owner who wants nothing any more */
  release(owner) {
    for (const lookUp of this.#lookUps.values()) {
      this.#disown(lookUp, owner);
    }
  }

  /** Whether a look-up is under way. */
  get busy() {
    return this.#running > 0;
  }

  /**
   * Ends all look-ups, because what they read is to be forgotten.
   *
   * @returns {Promise<void>} settled when none of them tells the host anything any more
   */
  async stop() {
    const all = [...this.#lookUps.values()];
    this.#lookUps.clear();
    all.forEach(lookUp => {
      lookUp.cancelled = true;
    });
    await atMost(this.#clock, HOST_MS, Promise.all(all.map(({done}) => done)));
  }

  /** Forgets what is fresh, for example because the host was started anew. */
  forget() {
    this.#freshUntil.clear();
  }

  /**
   * Waits for the look-ups of these people that are under way.
   *
   * @param {string[]} people mailboxes
   * @param {number} ms at most so long
   * @returns {Promise<void>}
   */
  async settled(people, ms) {
    const underWay = people.map(mailbox => this.#lookUps.get(addressIn(mailbox))?.done).filter(done => done);
    if (underWay.length > 0) {
      await atMost(this.#clock, ms, Promise.all(underWay));
    }
  }

  /**
   * @param {string} address
   * @param {string} mailbox
   * @param {string} owner
   */
  #enqueue(address, mailbox, owner) {
    /** @type {() => void} */
    let start = () => {};
    const started = new Promise(resolve => {
      start = () => resolve(undefined);
    });
    /** @type {LookUp} */
    const lookUp = {mailbox, owners: new Set([owner]), cancelled: false, start, done: Promise.resolve()};
    lookUp.done = started.then(() => this.#run(address, lookUp));
    this.#lookUps.set(address, lookUp);
    this.#queue.push(lookUp);
    this.#next();
  }

  /**
   * @param {LookUp} lookUp
   * @param {string} owner
   */
  #disown(lookUp, owner) {
    if (lookUp.owners.delete(owner) && lookUp.owners.size === 0) {
      lookUp.cancelled = true;
      // One cancelled in mid-air still settles; whoever wants the address again gets a look-up of its own.
      for (const [address, other] of this.#lookUps) {
        if (other === lookUp) {
          this.#lookUps.delete(address);
        }
      }
    }
  }

  #next() {
    while (this.#running < LOOKUPS && this.#queue.length > 0) {
      this.#running += 1;
      this.#queue.shift()?.start();
    }
  }

  /**
   * @param {string} address
   * @param {LookUp} lookUp
   */
  async #run(address, lookUp) {
    const deadline = this.#clock.now() + LOOKUP_MS;
    const goOn = () => {
      if (lookUp.cancelled || this.#clock.now() > deadline) {
        throw new Stopped();
      }
    };
    let recorded = 0;
    try {
      await this.#cards.tell(address);
      for (let round = 0; round < ROUNDS; round++) {
        goOn();
        const {searches} = await this.#host.request(historyAsked([lookUp.mailbox]), {timeoutMs: HOST_MS});
        if (searches.length === 0) {
          break;
        }
        recorded += await this.#read(searches, goOn);
      }
      this.#freshUntil.set(address, this.#clock.now() + FRESH_MS);
    } catch (error) {
      this.#freshUntil.set(address, this.#clock.now() + (lookUp.cancelled ? 0 : RETRY_MS));
      if (!(error instanceof Stopped)) {
        console.warn(`Tact could not read the history: ${error}`);
      }
    } finally {
      if (this.#lookUps.get(address) === lookUp) {
        this.#lookUps.delete(address);
      }
      this.#running -= 1;
      this.#next();
      if (recorded > 0) {
        this.#onNews();
      }
    }
  }

  /**
   * @param {import("./protocol.mjs").Search[]} searches
   * @param {() => void} goOn throws when it is over
   * @returns {Promise<number>} how many mails were new to the host
   */
  async #read(searches, goOn) {
    /** @type {Map<string, MessageHeader>} */
    const found = new Map();
    for (const search of searches) {
      for (const header of await this.#find(search, goOn)) {
        found.set(header.headerMessageId, header);
      }
    }
    let recorded = 0;
    const ids = [...found.keys()];
    for (let at = 0; at < ids.length; at += MAX_LISTED) {
      goOn();
      const {messageIds} = await this.#host.request(mailsListed(ids.slice(at, at + MAX_LISTED)), {timeoutMs: HOST_MS});
      const headers = messageIds.flatMap((/** @type {string} */ id) => found.get(id) ?? []);
      recorded += await this.observe(headers, goOn);
    }
    goOn();
    await this.#host.request(historyRead(searches), {timeoutMs: HOST_MS});
    return recorded;
  }

  /**
   * Tells the host about mails.
   *
   * @param {MessageHeader[]} headers
   * @param {() => void} [goOn] throws when it is over
   * @returns {Promise<number>} how many were new to the host
   */
  async observe(headers, goOn = () => {}) {
    const parts = {host: this.#host, api: this.#api, clock: this.#clock};
    return (await observeMails(headers, parts, goOn)).recorded;
  }

  /**
   * Asks folder by folder, and slice by slice.
   *
   * @param {import("./protocol.mjs").Search} search
   * @param {() => void} goOn
   * @returns {Promise<MessageHeader[]>} the newest ones
   */
  async #find({kind, term, since}, goOn) {
    const from = new Date(since).getTime();
    const questions = {address: [{author: term}, {recipients: term}], bounce: [{}], subject: [{subject: term}]}[kind];
    /** @type {MessageHeader[]} */
    const found = [];
    for (const {id: folderId} of await this.#folders.list()) {
      const times = kind === "bounce"
        ? [{fromDate: new Date(from), toDate: new Date(from + BOUNCE_MS)}]
        : slices(from, this.#clock.now(), await this.#sizeOf(folderId));
      for (const time of times) {
        for (const question of questions) {
          goOn();
          found.push(...await listed(this.#api, {...question, ...time, folderId, messagesPerPage: PAGE}, goOn));
        }
      }
    }
    return found
      .filter(header => !header.junk && header.headerMessageId)
      .filter(header => kind !== "bounce" || MAIL_SYSTEM.test(header.author))
      .sort((one, other) => Number(new Date(other.date)) - Number(new Date(one.date)))
      .slice(0, MAX_FOUND);
  }

  /** @param {string | undefined} folderId @returns {Promise<number>} how many mails lie there */
  async #sizeOf(folderId) {
    const info = await this.#api.folders.getFolderInfo(/** @type {any} */ (folderId));
    return info.totalMessageCount ?? 0;
  }
}

/** A look-up was cancelled or has run out of time. */
class Stopped extends Error {}

/**
 * A stretch of time in slices, the newest first; it stays open towards the future, where clocks go wrong.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} mails in the folder that is to be searched
 * @returns {{fromDate: Date, toDate?: Date}[]}
 */
export function slices(from, to, mails) {
  const count = Math.max(1, Math.ceil(mails / SLICE_MAILS));
  const length = Math.max(0, to - from) / count;
  return Array.from({length: count}, (_, index) => {
    const start = to - (index + 1) * length;
    const fromDate = new Date(index === count - 1 ? from : start);
    return index === 0 ? {fromDate} : {fromDate, toDate: new Date(start + length)};
  });
}

/**
 * Drains a query.
 *
 * @param {typeof browser} api
 * @param {object} question
 * @param {() => void} [goOn] throws when it is over
 * @returns {Promise<MessageHeader[]>}
 */
export async function listed(api, question, goOn = () => {}) {
  let {id, messages} = /** @type {browser.messages.MessageList} */ (await api.messages.query(question));
  const all = [...messages];
  while (id) {
    goOn();
    ({id, messages} = await api.messages.continueList(id));
    all.push(...messages);
  }
  return all;
}
