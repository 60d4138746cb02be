/**
 * What the pages on follow-ups ask, and what is done from them.
 */
import {pause} from "./clock.mjs";
import {followUpsAsked, insightsAsked, isLeftOut} from "./events.mjs";
import {listed} from "./history.mjs";
import {HostFault} from "./host.mjs";

/** The host has this long to answer, in milliseconds; it may have a year of mail to work out. */
const ANSWER_MS = 10_000;

/** After a fault a page asks again no sooner than this, in milliseconds. */
const RETRY_MS = 1_000;

/** A new compose window has its editor and its advice within this time, in milliseconds. */
const WINDOW_MS = 5_000;

/** Between two looks for them, in milliseconds. */
const LOOK_MS = 50;

/**
 * @typedef {{name: string, detail: string | null}} NamedFault
 * @typedef {import("./protocol.mjs").FollowUpPage} FollowUpPage
 * @typedef {import("./protocol.mjs").Insights} Insights
 * @typedef {{person: string, messageId: string, claim: import("./protocol.mjs").Claim}} Stated person: a mailbox;
 *   messageId: a mail of the thread
 */

/**
 * What the host says, or why it says nothing.
 *
 * @template T
 * @typedef {{answer: T | null, fault: NamedFault | null, askAgainMs: number}} Answered askAgainMs: after a fault
 */

export class FollowUps {
  #host;
  #statements;
  #drafts;
  #fixes;
  #api;
  #clock;
  #onStated;

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request" | "retryInMs">} parts.host
   * @param {Pick<import("./statements.mjs").Statements, "say">} parts.statements
   * @param {Pick<import("./drafts.mjs").Drafts, "view">} parts.drafts
   * @param {Pick<import("./fixes.mjs").Fixes, "apply">} parts.fixes
   * @param {typeof browser} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {() => void} parts.onStated called after something was stated from a page
   */
  constructor({host, statements, drafts, fixes, api, clock, onStated}) {
    this.#host = host;
    this.#statements = statements;
    this.#drafts = drafts;
    this.#fixes = fixes;
    this.#api = api;
    this.#clock = clock;
    this.#onStated = onStated;
  }

  /** Tells open pages that something may be different now. */
  changed() {
    this.#api.runtime.sendMessage({type: "follow-ups-changed"}).catch(() => {
      // No page is open.
    });
  }

  /**
   * @param {import("./events.mjs").Wanted} wanted
   * @param {number} from
   * @param {number} limit
   * @returns {Promise<Answered<FollowUpPage>>}
   */
  page(wanted, from, limit) {
    return this.#ask(followUpsAsked(wanted, from, limit));
  }

  /** @returns {Promise<Answered<Insights>>} */
  insights() {
    return this.#ask(insightsAsked());
  }

  /**
   * Shows a mail in a tab.
   *
   * @param {string} messageId
   * @returns {Promise<boolean>} false when it is not in Thunderbird any more
   */
  async open(messageId) {
    const mail = await this.#mail(messageId);
    if (mail) {
      await this.#api.messageDisplay.open({messageId: mail.id, location: "tab", active: true});
    }
    return mail !== null;
  }

  /**
   * Begins a follow-up: an answer to one's own last mail, which goes to the same people, with the first mail quoted.
   *
   * @param {string} messageId of one's own last mail
   * @returns {Promise<boolean>} false when it is not in Thunderbird any more
   */
  async write(messageId) {
    const mail = await this.#mail(messageId);
    if (!mail) {
      return false;
    }
    const {id} = await this.#api.compose.beginReply(mail.id, "replyToAll");
    const tabId = /** @type {number} */ (id);
    this.#quoteFirst(tabId).catch(error => console.debug(`Tact: draft ${tabId} is gone: ${error}`));
    return true;
  }

  /**
   * @param {Stated} stated
   * @returns {Promise<import("./statements.mjs").Said>}
   */
  async state({person, messageId, claim}) {
    const said = await this.#statements.say({person, references: [messageId], claim});
    this.#onStated();
    return said;
  }

  /** The first mail goes in where the last one does not quote it. @param {number} tabId */
  async #quoteFirst(tabId) {
    const annotation = await this.#soon(async () => (await this.#drafts.view(tabId)).annotation);
    const fix = annotation?.advice.flatMap(({fixes}) => fixes).find(({id}) => id === "insert-first-mail");
    const isThere = () => this.#api.tabs.sendMessage(tabId, {type: "are-you-there"}).catch(() => false);
    if (fix && await this.#soon(isThere)) {
      await this.#fixes.apply(tabId, fix);
    }
  }

  /**
   * What a new compose window does not have at once.
   *
   * @template T
   * @param {() => Promise<T>} look
   * @returns {Promise<T>} the first that is something, or the last nothing
   */
  async #soon(look) {
    const until = this.#clock.now() + WINDOW_MS;
    for (;;) {
      const seen = await look();
      if (seen || this.#clock.now() >= until) {
        return seen;
      }
      await pause(this.#clock, LOOK_MS);
    }
  }

  /**
   * @param {string} messageId
   * @returns {Promise<browser.messages.MessageHeader | null>} null when there is no such mail; not the copy in the
   *   trash when there is another
   */
  async #mail(messageId) {
    const copies = await listed(this.#api, {headerMessageId: messageId});
    return copies.find(({folder}) => !isLeftOut(folder)) ?? copies[0] ?? null;
  }

  /** @param {import("./protocol.mjs").Event} event @returns {Promise<Answered<any>>} */
  async #ask(event) {
    try {
      return {answer: await this.#host.request(event, {timeoutMs: ANSWER_MS}), fault: null, askAgainMs: 0};
    } catch (error) {
      if (!(error instanceof HostFault)) {
        throw error;
      }
      return {
        answer: null,
        fault: {name: error.fault, detail: error.detail},
        askAgainMs: Math.max(this.#host.retryInMs, RETRY_MS),
      };
    }
  }
}
