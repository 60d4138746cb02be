/**
 * The hold windows: each asks one question about one mail that is being sent, and always comes to an answer.
 */

/** Size of the window until its page has measured itself, in CSS pixels. */
const WIDTH = 520;
const HEIGHT = 600;

/**
 * @typedef {import("./protocol.mjs").Hold} Hold
 * @typedef {import("./protocol.mjs").Outcome} Outcome
 * @typedef {{tabId: number, hold: Hold, windowId: number | null, answer: (outcome: Outcome) => void}} Open
 */

export class Holds {
  #api;
  /** @type {Map<string, Open>} */
  #open = new Map();
  #count = 0;

  /** @param {{api: Pick<typeof browser, "windows" | "runtime">}} parts */
  constructor({api}) {
    this.#api = api;
  }

  /**
   * Asks the question in a window of its own, over the compose window.
   *
   * @param {{id: number, windowId: number}} tab the compose tab
   * @param {Hold} hold
   * @returns {Promise<Outcome>} the choice; keep-writing when the window, or the compose window, is closed without one
   * @throws when the window cannot be opened
   */
  async ask(tab, hold) {
    const id = String(++this.#count);
    /** @type {Promise<Outcome>} */
    const answered = new Promise(resolve => {
      this.#open.set(id, {tabId: tab.id, hold, windowId: null, answer: resolve});
    });
    try {
      const {id: windowId} = await this.#api.windows.create({
        type: "popup",
        url: this.#api.runtime.getURL(`hold/hold.html?hold=${id}`),
        allowScriptsToClose: true,
        ...await this.#place(tab.windowId),
      });
      const open = this.#open.get(id);
      if (open) {
        open.windowId = windowId ?? null;
      }
      const outcome = await answered;
      await this.#api.windows.remove(/** @type {number} */ (windowId)).catch(() => {});
      return outcome;
    } finally {
      this.#open.delete(id);
    }
  }

  /**
   * @param {string} id
   * @returns {Hold | null} null when this question is not open any more
   */
  question(id) {
    return this.#open.get(id)?.hold ?? null;
  }

  /**
   * @param {string} id
   * @param {Outcome} outcome
   */
  answer(id, outcome) {
    this.#open.get(id)?.answer(outcome);
  }

  /** @param {number} windowId a window that was closed */
  windowClosed(windowId) {
    for (const open of this.#open.values()) {
      if (open.windowId === windowId) {
        open.answer("keep-writing");
      }
    }
  }

  /** @param {number} tabId a tab that was closed */
  tabClosed(tabId) {
    for (const open of this.#open.values()) {
      if (open.tabId === tabId) {
        open.answer("keep-writing");
      }
    }
  }

  /** @param {number} windowId */
  async #place(windowId) {
    const size = {width: WIDTH, height: HEIGHT};
    try {
      const {left, top, width, height} = await this.#api.windows.get(windowId);
      if (left === undefined || top === undefined || width === undefined || height === undefined) {
        return size;
      }
      return {
        ...size,
        left: Math.max(0, Math.round(left + (width - WIDTH) / 2)),
        top: Math.max(0, Math.round(top + (height - HEIGHT) / 3)),
      };
    } catch {
      return size;
    }
  }
}
