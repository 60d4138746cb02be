/**
 * The open compose windows: each edit becomes at most one question to the host at a time, and its answer becomes what
 * the window shows.
 */
import {buttonOf, paint, squigglesOf} from "./annotations.mjs";
import {pause} from "./clock.mjs";
import {draftChanged, peopleAsked, wholeDraftOf} from "./events.mjs";
import {languageChosen} from "./language.mjs";
import {HostFault} from "./host.mjs";

/** The host has this long for an annotation, in milliseconds. */
const ANSWER_MS = 2_000;

/** The lens says "looking" for no longer than this, in milliseconds, however long the look-up takes. */
const LOOKING_MS = 3_000;

/** A host that has ended while in use is started again within this time, in milliseconds. */
const RESTART_MS = 100;

/** After a fault the host is asked again no sooner than this, in milliseconds. */
const RETRY_MS = 1_000;

/** Advice speaks of days: an annotation older than this is asked for anew, in milliseconds. */
const STALE_MS = 10 * 60_000;

/**
 * @typedef {import("./annotations.mjs").View} View
 * @typedef {{tabId: number, busy: boolean, again: boolean, forced: boolean, asked: string, askedAt: number,
 *   looked: string, looking: boolean, languageChosen: boolean, view: View}} Open
 */

export class Drafts {
  #host;
  #history;
  #attachments;
  #silenced;
  #settings;
  #api;
  #clock;
  #text;
  /** @type {Map<number, Open>} */
  #open = new Map();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request" | "fault" | "ready" | "retryInMs">} parts.host
   * @param {Pick<import("./history.mjs").History, "want" | "release" | "settled">} parts.history
   * @param {Pick<import("./attachments.mjs").Attachments, "mails" | "closed">} parts.attachments
   * @param {Pick<import("./silenced.mjs").Silenced, "of">} parts.silenced
   * @param {Pick<import("./settings.mjs").Settings, "current">} parts.settings
   * @param {typeof browser} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {import("./annotations.mjs").Texts} parts.text
   */
  constructor({host, history, attachments, silenced, settings, api, clock, text}) {
    this.#host = host;
    this.#history = history;
    this.#attachments = attachments;
    this.#silenced = silenced;
    this.#settings = settings;
    this.#api = api;
    this.#clock = clock;
    this.#text = text;
  }

  /**
   * What a compose window shows now; asks first when it is not known, as after the event page was asleep.
   *
   * @param {number} tabId
   * @returns {Promise<View>}
   */
  async view(tabId) {
    const known = this.#open.get(tabId);
    if (!known || (!known.view.annotation && !known.view.fault)) {
      await this.refresh(tabId);
    }
    return this.#open.get(tabId)?.view ?? {annotation: null, fault: null};
  }

  /**
   * Asks the host about a draft as it is now. Edits that come meanwhile are one more question afterwards.
   *
   * @param {number} tabId
   * @param {{force?: boolean}} [options] force: ask although the draft is the same as before
   * @returns {Promise<void>}
   */
  async refresh(tabId, {force = false} = {}) {
    const open = this.#open.get(tabId) ?? newcomer(tabId);
    this.#open.set(tabId, open);
    open.forced ||= force;
    open.again = true;
    if (open.busy) {
      return;
    }
    open.busy = true;
    try {
      while (open.again) {
        open.again = false;
        await this.#ask(open);
      }
    } catch (error) {
      // The window was closed in the middle of it.
      this.closed(tabId);
      console.debug(`Tact: draft ${tabId} is gone: ${error}`);
    } finally {
      open.busy = false;
    }
  }

  /** Asks about all open drafts anew, for example because there are new mails. */
  refreshAll() {
    for (const tabId of this.#open.keys()) {
      this.refresh(tabId, {force: true});
    }
  }

  /** @param {number} tabId */
  closed(tabId) {
    this.#open.delete(tabId);
    this.#attachments.closed(tabId);
    this.#history.release(owner(tabId));
  }

  /** After the host came or went: asks about what now shows something else. */
  async hostChanged() {
    if (this.#host.fault) {
      // A host that has ended is back in a moment: no need to alarm anybody before that.
      await pause(this.#clock, RESTART_MS);
      this.refreshAll();
    } else if (this.#host.ready) {
      for (const {tabId, view} of this.#open.values()) {
        if (view.fault) {
          this.refresh(tabId, {force: true});
        }
      }
    }
  }

  /** @param {Open} open */
  async #ask(open) {
    const {tabId} = open;
    if (!open.languageChosen) {
      await languageChosen(this.#api, this.#clock, tabId);
      open.languageChosen = true;
    }
    const details = await this.#api.compose.getComposeDetails(tabId);
    const draft = await wholeDraftOf(tabId, details,
      {api: this.#api, attachments: this.#attachments, silenced: this.#silenced});
    const looking = this.#look(open, peopleAsked(details));
    const asked = JSON.stringify([draft, looking]);
    const now = this.#clock.now();
    const known = asked === open.asked && now - open.askedAt < STALE_MS && !open.view.fault;
    if (known && !open.forced) {
      return;
    }
    open.forced = false;
    open.asked = asked;
    open.askedAt = now;
    try {
      const annotation = await this.#host.request(draftChanged(draft, looking), {timeoutMs: ANSWER_MS});
      open.view = {annotation, fault: null};
    } catch (error) {
      if (!(error instanceof HostFault)) {
        throw error;
      }
      open.view = {annotation: null, fault: {name: error.fault, detail: error.detail}};
    }
    if (this.#open.get(tabId) === open) {
      await this.#show(open);
    }
  }

  /**
   * @param {Open} open
   * @param {string[]} people
   * @returns {boolean} whether to say that history is being read
   */
  #look(open, people) {
    const underWay = this.#history.want(owner(open.tabId), people);
    const looked = people.join();
    if (!underWay) {
      open.looking = false;
    } else if (looked !== open.looked) {
      open.looked = looked;
      open.looking = true;
      this.#history.settled(people, LOOKING_MS).then(() => {
        if (this.#open.get(open.tabId) === open && open.looked === looked) {
          open.looking = false;
          this.refresh(open.tabId, {force: true});
        }
      });
    }
    return open.looking;
  }

  /** @param {Open} open */
  async #show({tabId, view}) {
    const {annotation, fault} = view;
    await paint(this.#api.composeAction, tabId, buttonOf(view, this.#text));
    const {lens: hasLens} = await this.#settings.current();
    const told = [
      this.#api.tabs.sendMessage(tabId, {
        type: "show",
        lens: hasLens ? annotation?.lens ?? null : null,
        badge: annotation?.badge ?? null,
        squiggles: squigglesOf(annotation),
        // This page may be asleep by then; the compose script is not.
        askAgainMs: fault ? Math.max(this.#host.retryInMs, RETRY_MS) : null,
      }),
      this.#api.runtime.sendMessage({type: "view-changed", tabId, view}),
    ];
    // Neither the compose script nor the panel need be there yet.
    await Promise.allSettled(told);
  }
}

/** @param {number} tabId @returns {Open} */
function newcomer(tabId) {
  return {
    tabId, busy: false, again: false, forced: false, asked: "", askedAt: 0, looked: "", looking: false,
    languageChosen: false, view: {annotation: null, fault: null},
  };
}

/** @param {number} tabId */
function owner(tabId) {
  return `draft ${tabId}`;
}
