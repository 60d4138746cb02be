/**
 * What happens when the user presses Send. The handler always settles and never throws: a fault of Tact is no reason
 * to keep a mail back, and Thunderbird locks the compose window for good when a handler fails.
 */
import {atMost, inTime, pause} from "./clock.mjs";
import {peopleAsked, sendRequested, wholeDraftOf} from "./events.mjs";

/** The mail goes out when the host has not answered within this time, in milliseconds. */
const ANSWER_MS = 2_000;

/** Of that, so long for a history look-up of these people that is under way, in milliseconds. */
const HISTORY_MS = 1_200;

/** Writing down a choice may take this long before the mail goes its way, in milliseconds. */
const STATE_MS = 500;

/** Thunderbird unlocks the compose window a moment after the handler has cancelled, in milliseconds. */
const UNLOCK_MS = 150;

/**
 * @typedef {import("./protocol.mjs").Annotation} Annotation
 * @typedef {{id: number, windowId: number}} Tab
 * @typedef {{cancel?: boolean}} Decision
 */

export class Gate {
  #host;
  #history;
  #attachments;
  #holds;
  #fixes;
  #silenced;
  #statements;
  #api;
  #clock;

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<import("./history.mjs").History, "settled">} parts.history
   * @param {Pick<import("./attachments.mjs").Attachments, "mails">} parts.attachments
   * @param {Pick<import("./holds.mjs").Holds, "ask">} parts.holds
   * @param {Pick<import("./fixes.mjs").Fixes, "apply">} parts.fixes
   * @param {Pick<import("./silenced.mjs").Silenced, "of">} parts.silenced
   * @param {Pick<import("./statements.mjs").Statements, "state">} parts.statements
   * @param {typeof browser} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   */
  constructor({host, history, attachments, holds, fixes, silenced, statements, api, clock}) {
    this.#host = host;
    this.#history = history;
    this.#attachments = attachments;
    this.#holds = holds;
    this.#fixes = fixes;
    this.#silenced = silenced;
    this.#statements = statements;
    this.#api = api;
    this.#clock = clock;
  }

  /**
   * The listener of compose.onBeforeSend.
   *
   * @param {Tab} tab
   * @param {browser.compose.ComposeDetails} details
   * @returns {Promise<Decision>} never rejects
   */
  async beforeSend(tab, details) {
    try {
      return await this.#decide(tab, details);
    } catch (error) {
      console.warn(`Tact lets the mail pass: ${error}`);
      return {};
    }
  }

  /**
   * @param {Tab} tab
   * @param {browser.compose.ComposeDetails} details
   * @returns {Promise<Decision>}
   */
  async #decide(tab, details) {
    const {references, annotation} = await inTime(this.#clock, ANSWER_MS, this.#ask(tab, details),
      () => new Error(`no answer within ${ANSWER_MS} ms`));
    const {hold, person, name} = annotation;
    if (!hold) {
      return {};
    }
    const {outcome, fix} = await this.#holds.ask(tab, {hold, person, name});
    if (person !== null) {
      const claim = {kind: "decided", outcome};
      await atMost(this.#clock, STATE_MS, this.#statements.state({person, references, claim}));
    }
    if (outcome === "send-anyway") {
      return {};
    }
    // Thunderbird keeps the window locked until the handler has settled: what follows must come after it.
    this.#afterwards(async () => {
      if (outcome === "let-go") {
        await this.#putAway(tab);
      } else if (!fix || !await this.#fixes.apply(tab.id, fix)) {
        await this.#focus(tab);
      }
    });
    return {cancel: true};
  }

  /**
   * @param {Tab} tab
   * @param {browser.compose.ComposeDetails} details
   * @returns {Promise<{references: string[], annotation: Annotation}>}
   */
  async #ask(tab, details) {
    const [draft] = await Promise.all([
      wholeDraftOf(tab.id, details, {api: this.#api, attachments: this.#attachments, silenced: this.#silenced}),
      this.#history.settled(peopleAsked(details), HISTORY_MS),
    ]);
    const annotation = await this.#host.request(sendRequested(draft), {timeoutMs: ANSWER_MS, urgent: true});
    return {references: draft.references, annotation};
  }

  /** @param {() => Promise<unknown>} work */
  #afterwards(work) {
    pause(this.#clock, UNLOCK_MS).then(work).catch(error => console.warn(`Tact: after the hold: ${error}`));
  }

  /**
   * Let go: the mail stays in Drafts. A window whose draft cannot be saved stays open.
   *
   * @param {Tab} tab
   */
  async #putAway(tab) {
    try {
      await this.#api.compose.saveMessage(tab.id, {mode: "draft"});
    } catch (error) {
      await this.#focus(tab);
      throw error;
    }
    await this.#api.tabs.remove(tab.id);
  }

  /** @param {Tab} tab */
  #focus(tab) {
    return this.#api.windows.update(tab.windowId, {focused: true});
  }
}
