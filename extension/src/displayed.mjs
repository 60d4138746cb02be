/**
 * Message windows: the counter of the mail that is displayed.
 */
import {buttonOfCounter, paint} from "./annotations.mjs";
import {isMine, messageDisplayed, myAddresses, peopleOf} from "./events.mjs";
import {pause} from "./clock.mjs";
import {HostFault} from "./host.mjs";

/** Who leafs through mails does not read them: the history of a mail's people is read after this, in milliseconds. */
const READING_MS = 600;

/** The host has this long for a counter, in milliseconds. */
const ANSWER_MS = 2_000;

/**
 * @typedef {import("./protocol.mjs").Counter} Counter
 * @typedef {browser.messages.MessageHeader} MessageHeader
 * @typedef {{counter: Counter | null, fault: {name: string, detail: string | null} | null}} View
 * @typedef {{tabId: number, header: MessageHeader, view: View}} Shown
 */

export class Displayed {
  #host;
  #history;
  #line;
  #api;
  #clock;
  #text;
  /** @type {Map<number, Shown>} */
  #shown = new Map();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<import("./history.mjs").History, "want" | "release">} parts.history
   * @param {Pick<import("./line.mjs").Line, "show" | "renewed" | "closed">} parts.line
   * @param {typeof browser} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {import("./annotations.mjs").Texts} parts.text
   */
  constructor({host, history, line, api, clock, text}) {
    this.#host = host;
    this.#history = history;
    this.#line = line;
    this.#api = api;
    this.#clock = clock;
    this.#text = text;
  }

  /**
   * The listener of messageDisplay.onMessagesDisplayed.
   *
   * @param {{id?: number}} tab
   * @param {{messages: MessageHeader[]}} page
   */
  async displayed({id: tabId}, {messages}) {
    if (tabId === undefined) {
      return;
    }
    this.closed(tabId);
    this.#line.renewed(tabId);
    if (messages.length !== 1 || !messages[0].headerMessageId) {
      return;
    }
    const shown = {tabId, header: messages[0], view: {counter: null, fault: null}};
    this.#shown.set(tabId, shown);
    await this.#count(shown);
    await pause(this.#clock, READING_MS);
    if (this.#shown.get(tabId) === shown && !shown.view.fault) {
      this.#history.want(owner(tabId), peopleOf(shown.header, await myAddresses(this.#api)));
    }
  }

  /**
   * What a message window shows now; asks first when it is not known, as after the event page was asleep.
   *
   * @param {number} tabId
   * @returns {Promise<View & {write: string | null}>} write: the mail to follow up now, by Message-ID
   */
  async view(tabId) {
    if (!this.#shown.has(tabId)) {
      const page = await this.#api.messageDisplay.getDisplayedMessages(tabId);
      const [header] = /** @type {{messages: MessageHeader[]}} */ (/** @type {unknown} */ (page)).messages;
      if (header) {
        this.#shown.set(tabId, {tabId, header, view: {counter: null, fault: null}});
      }
    }
    const shown = this.#shown.get(tabId);
    if (shown && !shown.view.counter) {
      await this.#count(shown);
    }
    return shown ? {...shown.view, write: await this.#toWrite(shown)} : {counter: null, fault: null, write: null};
  }

  /**
   * A follow-up is an answer to one's own mail; to another's mail Thunderbird offers one by itself.
   *
   * @param {Shown} shown
   */
  async #toWrite({header, view: {counter}}) {
    const isDue = counter?.standing === "due";
    return isDue && isMine(header, await myAddresses(this.#api)) ? header.headerMessageId : null;
  }

  /** Counts anew, for example because there are new mails. */
  refreshAll() {
    for (const shown of this.#shown.values()) {
      this.#count(shown);
    }
  }

  /** @param {number} tabId */
  closed(tabId) {
    this.#shown.delete(tabId);
    this.#line.closed(tabId);
    this.#history.release(owner(tabId));
  }

  /** @param {Shown} shown */
  async #count(shown) {
    const {tabId, header} = shown;
    try {
      const counter = await this.#host.request(messageDisplayed(header.headerMessageId), {timeoutMs: ANSWER_MS});
      shown.view = {counter, fault: null};
    } catch (error) {
      if (!(error instanceof HostFault)) {
        throw error;
      }
      shown.view = {counter: null, fault: {name: error.fault, detail: error.detail}};
    }
    const isCurrent = () => this.#shown.get(tabId) === shown;
    if (isCurrent()) {
      await Promise.all([
        paint(this.#api.messageDisplayAction, tabId, buttonOfCounter(shown.view.counter, this.#text)),
        this.#line.show(tabId, shown.view.counter, isCurrent),
      ]).catch(error => console.debug(`Tact: message tab ${tabId} is gone: ${error}`));
    }
  }
}

/** @param {number} tabId */
function owner(tabId) {
  return `message ${tabId}`;
}
