/**
 * The rules the user has switched off: for one mail, kept as long as its window and across lives of this page, or for
 * good, kept with the settings.
 */

/** Where the rules switched off for good stand in storage.local: `rulesOff` of the settings. */
const SETTINGS = "settings";

/** @typedef {"mail" | "good"} Reach */

export class Silenced {
  #session;
  #storage;
  /** Changes, one after the other. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /**
   * @param {object} parts
   * @param {Pick<browser.storage.StorageArea, "get" | "set" | "remove">} parts.session storage.session
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.storage storage.local
   */
  constructor({session, storage}) {
    this.#session = session;
    this.#storage = storage;
  }

  /**
   * @param {number} tabId compose tab
   * @returns {Promise<string[]>} ids of the rules that are silent on its draft, each once; never rejects, since a
   *   storage that fails is no reason to be without advice
   */
  async of(tabId) {
    try {
      const [mail, {rulesOff}] = await Promise.all([this.#ofMail(tabId), this.#settings()]);
      return [...new Set([...mail, ...rulesOff])].sort();
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
    return this.#inTurn(async () => {
      if (reach === "mail") {
        await this.#session.set({[keyOf(tabId)]: changed(await this.#ofMail(tabId))});
      } else {
        const settings = await this.#settings();
        await this.#storage.set({[SETTINGS]: {...settings, rulesOff: changed(settings.rulesOff)}});
      }
    });
  }

  /** @param {number} tabId a tab that was closed */
  closed(tabId) {
    this.#inTurn(() => this.#session.remove(keyOf(tabId))).catch(error => console.warn(`Tact: ${error}`));
  }

  /**
   * @param {() => Promise<void>} work
   * @returns {Promise<void>}
   */
  #inTurn(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  /** @param {number} tabId @returns {Promise<string[]>} */
  async #ofMail(tabId) {
    const key = keyOf(tabId);
    return rulesIn((await this.#session.get(key))[key]);
  }

  /** @returns {Promise<{rulesOff: string[]}>} with whatever else the settings hold */
  async #settings() {
    const {[SETTINGS]: settings} = await this.#storage.get(SETTINGS);
    return {...settings, rulesOff: rulesIn(settings?.rulesOff)};
  }
}

/** @param {number} tabId */
function keyOf(tabId) {
  return `silenced ${tabId}`;
}

/** @param {unknown} kept @returns {string[]} */
function rulesIn(kept) {
  return Array.isArray(kept) ? kept.filter(rule => typeof rule === "string") : [];
}
