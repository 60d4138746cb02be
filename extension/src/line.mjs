/**
 * The slim line over a displayed mail: its counter, drawn as generated content. The style is the user's to the mail's
 * own, so nothing that a mail's sheets say can hide or change it, and the mail's document is not touched.
 */
import "./compose/lens.js";

/** @type {{properties: Function}} see lens.js */
const {properties} = /** @type {any} */ (globalThis).tactLens;

/** Where nothing is waited for any more there is nothing to say over each mail; the button says it. */
const QUIET = Object.freeze(["answered"]);

/** Overrules a line that an earlier life of the background page has left. */
const NOTHING = "html::before { content: none !important; }";

/** In the order in which they count. @type {[string, string][]} */
const BOX = [
  ["all", "initial"],
  ["content", "var(--tact-text)"],
  ["display", "block"],
  ["box-sizing", "border-box"],
  ["overflow", "hidden"],
  ["padding-block", "5px"],
  ["padding-inline", "calc(var(--tact-dots-width, 0px) + 14px) 12px"],
  ["border-inline-start", "4px solid var(--tact-edge)"],
  ["border-block-end", "1px solid color-mix(in srgb, var(--tact-edge) 45%, transparent)"],
  ["background", "var(--tact-dots, none) var(--tact-paper)"],
  ["color", "var(--tact-ink)"],
  ["font", "500 13px/18px system-ui, sans-serif"],
  ["text-overflow", "ellipsis"],
  ["white-space", "nowrap"],
  ["unicode-bidi", "plaintext"],
  ["cursor", "pointer"],
];

/** @typedef {import("./protocol.mjs").Counter} Counter */

export class Line {
  #api;
  #settings;
  /** The style in a tab's document, by tab; empty when there is none, missing when that is not known. */
  #styles = /** @type {Map<number, string>} */ (new Map());

  /**
   * @param {object} parts
   * @param {{scripting: Pick<typeof browser.scripting, "insertCSS" | "removeCSS">}} parts.api
   * @param {Pick<import("./settings.mjs").Settings, "current">} parts.settings
   */
  constructor({api, settings}) {
    this.#api = api;
    this.#settings = settings;
  }

  /** @param {number} tabId that has a new document now */
  renewed(tabId) {
    this.#styles.set(tabId, "");
  }

  /** @param {number} tabId */
  closed(tabId) {
    this.#styles.delete(tabId);
  }

  /**
   * Draws the line of a counter, or takes it away.
   *
   * @param {number} tabId message tab
   * @param {Counter | null} counter null when the host could not be asked
   * @param {() => boolean} isCurrent whether the tab still shows the mail that is counted
   * @returns {Promise<void>}
   * @throws when the tab is gone
   */
  async show(tabId, counter, isCurrent) {
    const {line} = await this.#settings.current();
    const before = this.#styles.get(tabId);
    const style = line && counter ? styleOf(counter) : "";
    if (!isCurrent() || style === before) {
      return;
    }
    this.#styles.set(tabId, style);
    if (before) {
      await this.#remove(tabId, before);
    }
    if (style !== "" || before === undefined) {
      await this.#api.scripting.insertCSS({target: {tabId}, css: style || NOTHING, origin: "USER"});
      if (!isCurrent()) {
        await this.#remove(tabId, style);
      }
    }
  }

  /** @param {number} tabId @param {string} css */
  #remove(tabId, css) {
    return this.#api.scripting.removeCSS({target: {tabId}, css, origin: "USER"});
  }
}

/**
 * @param {Counter} counter
 * @returns {string} CSS; empty where there is nothing to say
 */
export function styleOf({text, severity, badge, standing}) {
  if (text === null || QUIET.includes(standing ?? "")) {
    return "";
  }
  const {light, dark} = properties({text, severity: severity ?? "info"}, badge);
  return `html::before { ${declared([...BOX, ...light])} }
    @media (prefers-color-scheme: dark) { html::before { ${declared(dark)} } }
    @media print { ${NOTHING} }`;
}

/** @param {[string, string][]} properties */
function declared(properties) {
  return properties.map(([name, value]) => `${name}: ${value} !important;`).join(" ");
}
