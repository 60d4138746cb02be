/**
 * Recipients and subject can be edited without the compose script noticing. While an active compose window's editor is
 * not where the user types, its details are looked at once a second; at all other times there is no timer.
 */

/** Time between two looks, in milliseconds. */
const LOOK_MS = 1_000;

export class Recipients {
  #api;
  #clock;
  #look;
  /** Compose tabs whose editor does not have the focus. @type {Map<number, number>} tab to window */
  #blurred = new Map();
  /** @type {any} */
  #timer = null;

  /**
   * @param {object} parts
   * @param {Pick<typeof browser, "windows">} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   * @param {(tabId: number) => void} parts.look asks about the draft if it differs
   */
  constructor({api, clock, look}) {
    this.#api = api;
    this.#clock = clock;
    this.#look = look;
  }

  /**
   * @param {{id: number, windowId: number}} tab
   * @param {boolean} focused whether the editor has the focus now
   */
  editorFocus(tab, focused) {
    if (focused) {
      this.#blurred.delete(tab.id);
    } else {
      this.#blurred.set(tab.id, tab.windowId);
      this.#look(tab.id);
      this.#arm();
    }
  }

  /** After another window became the active one. */
  windowFocusChanged() {
    this.#arm();
  }

  /** @param {number} tabId */
  closed(tabId) {
    this.#blurred.delete(tabId);
  }

  #arm() {
    if (this.#timer === null && this.#blurred.size > 0) {
      this.#timer = this.#clock.setTimeout(() => this.#tick(), LOOK_MS);
    }
  }

  async #tick() {
    let active = false;
    for (const [tabId, windowId] of this.#blurred) {
      try {
        if ((await this.#api.windows.get(windowId)).focused) {
          active = true;
          this.#look(tabId);
        }
      } catch {
        this.#blurred.delete(tabId);
      }
    }
    this.#timer = null;
    if (active) {
      this.#arm();
    }
  }
}
