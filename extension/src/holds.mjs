/**
 * The hold windows: each asks one question about one mail that is being sent, and always comes to an answer.
 */

/** Size of the window until its page has measured itself, in CSS pixels. */
const WIDTH = 520;
const HEIGHT = 600;

/**
 * @typedef {import("./protocol.mjs").Hold} Hold
 * @typedef {import("./protocol.mjs").Outcome} Outcome
 * @typedef {{hold: Hold, person: string | null, name: string | null}} Question the person whose streak speaks
 * @typedef {{outcome: Outcome, fix: import("./protocol.mjs").Fix | null}} Answer fix: for the draft, when it is back
 * @typedef {{tabId: number, question: Question, windowId: number | null, answer: (answer: Answer) => void}} Open
 */

/** @type {Answer} */
const KEEP_WRITING = Object.freeze({outcome: "keep-writing", fix: null});

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
   * @param {Question} question
   * @returns {Promise<Answer>} the choice; keep-writing when the window, or the compose window, is closed without one
   * @throws when the window cannot be opened
   */
  async ask(tab, question) {
    const id = String(++this.#count);
    /** @type {Promise<Answer>} */
    const answered = new Promise(resolve => {
      this.#open.set(id, {tabId: tab.id, question, windowId: null, answer: resolve});
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
      const answer = await answered;
      await this.#api.windows.remove(/** @type {number} */ (windowId)).catch(() => {});
      return answer;
    } finally {
      this.#open.delete(id);
    }
  }

  /**
   * @param {string} id
   * @returns {(Question & {tabId: number}) | null} null when this question is not open any more
   */
  question(id) {
    const open = this.#open.get(id);
    return open ? {...open.question, tabId: open.tabId} : null;
  }

  /**
   * @param {string} id
   * @param {Answer} answer
   */
  answer(id, answer) {
    this.#open.get(id)?.answer(answer);
  }

  /** @param {number} windowId a window that was closed */
  windowClosed(windowId) {
    for (const open of this.#open.values()) {
      if (open.windowId === windowId) {
        open.answer(KEEP_WRITING);
      }
    }
  }

  /** @param {number} tabId a tab that was closed */
  tabClosed(tabId) {
    for (const open of this.#open.values()) {
      if (open.tabId === tabId) {
        open.answer(KEEP_WRITING);
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
