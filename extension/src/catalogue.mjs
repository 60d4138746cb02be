/**
 * The extension's own texts in the language the user has chosen. browser.i18n knows Thunderbird's language alone, so
 * the catalogue of another one is read from _locales and its placeholders are filled here.
 */

import {LANGUAGES} from "./settings.mjs";

/** What Thunderbird speaks from _locales where it has no catalogue of its own language, and writes dates by. */
const DEFAULT = "en-GB";

/** @typedef {Record<string, {message: string, placeholders?: Record<string, {content: string}>}>} Messages */

export class Catalogue {
  #i18n;
  #read;
  /** Null while Thunderbird's own language is spoken. @type {Messages | null} */
  #messages = null;
  #language;

  /**
   * @param {object} parts
   * @param {Pick<typeof browser.i18n, "getMessage" | "getUILanguage">} parts.i18n
   * @param {(language: string) => Promise<Messages>} [parts.read]
   */
  constructor({i18n, read = readCatalogue}) {
    this.#i18n = i18n;
    this.#read = read;
    this.#language = this.#own();
  }

  /** Thunderbird's language where there is a catalogue of it. */
  #own() {
    const own = this.#i18n.getUILanguage();
    return LANGUAGES.includes(new Intl.Locale(own).language) ? own : DEFAULT;
  }

  /** The language spoken now, a BCP 47 tag; for dates and numbers too. */
  get language() {
    return this.#language;
  }

  /**
   * Speaks a language from now on.
   *
   * @param {string | null} language of _locales; null for Thunderbird's
   * @returns {Promise<void>} never rejects: a catalogue that cannot be read leaves Thunderbird's language
   */
  async use(language) {
    const own = this.#own();
    const isOwn = language === null || new Intl.Locale(own).language === language;
    const messages = isOwn ? null : await this.#read(language).catch(error => {
      console.error(`Tact: texts in ${language}: ${error}`);
      return null;
    });
    this.#messages = messages;
    this.#language = messages ? language === "en" ? DEFAULT : /** @type {string} */ (language) : own;
  }

  /**
   * @param {string} key
   * @param {...string} substitutions
   * @returns {string} empty for a key there is not
   */
  text = (key, ...substitutions) => this.#messages
    ? filled(this.#messages[key], substitutions)
    : this.#i18n.getMessage(key, substitutions);
}

/** @param {string} language @returns {Promise<Messages>} */
async function readCatalogue(language) {
  const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  return response.json();
}

/**
 * @param {Messages[string] | undefined} message
 * @param {string[]} substitutions
 */
function filled(message, substitutions) {
  /** @param {string} text */
  const numbered = text => text.replace(/\$(\d)/g, (_, number) => substitutions[number - 1] ?? "");
  return (message?.message ?? "").replace(/\$(?:(\w+)\$|(\d))/g, (_, name, number) =>
    numbered(name === undefined ? `$${number}` : message?.placeholders?.[name.toLowerCase()]?.content ?? ""));
}
