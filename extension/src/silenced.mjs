/**
 * Rules that the user switches off on a mail: for that mail, kept as long as its window and across lives of this page,
 * or for good, which is a setting.
 */

import {Turns} from "./turns.mjs";

/** @typedef {"mail" | "good"} Reach */

export class Silenced {
  #session;
  #settings;
  #changes = new Turns();

  /**
   * @param {object} parts
   * @param {Pick<browser.storage.StorageArea, "get" | "set" | "remove">} parts.session storage.session
   * @param {Pick<import("./settings.mjs").Settings, "own" | "set">} parts.settings
   */
  constructor({session, settings}) {
    this.#session = session;
    this.#settings = settings;
  }

  /**
   * @param {number} tabId compose tab
   * @returns {Promise<string[]>} ids of the rules that are switched off for its mail; never rejects, since a storage
   *   that fails is no reason to be without advice
   */
  async of(tabId) {
    try {
      return await this.#ofMail(tabId);
    } catch (error) {
      console.warn(`Tact: switched off rules: ${error}`);
      return [];
    }
  }

  /**
   * Switches a rule off or on again.
   *
   * @param {number} tabId compose tab
   * @param {string} rule id
   * @param {Reach} reach
   * @param {boolean} silent
   * @returns {Promise<void>}
   * @throws when it cannot be kept
   */
  set(tabId, rule, reach, silent) {
    /** @param {string[]} rules */
    const changed = rules => [...rules.filter(other => other !== rule), ...(silent ? [rule] : [])];
    return this.#changes.take(async () => {
      if (reach === "mail") {
        await this.#session.set({[keyOf(tabId)]: changed(await this.#ofMail(tabId))});
      } else {
        const {rulesOff} = await this.#settings.own();
        await this.#settings.set({rulesOff: changed(rulesOff ?? [])});
      }
    });
  }

  /** @param {number} tabId a tab that was closed */
  closed(tabId) {
    this.#changes.take(() => this.#session.remove(keyOf(tabId))).catch(error => console.warn(`Tact: ${error}`));
  }

  /** @param {number} tabId @returns {Promise<string[]>} */
  async #ofMail(tabId) {
    const key = keyOf(tabId);
    const {[key]: rules} = await this.#session.get(key);
    return rules ?? [];
  }
}

/** @param {number} tabId */
function keyOf(tabId) {
  return `silenced ${tabId}`;
}
