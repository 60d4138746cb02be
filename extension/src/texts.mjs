/**
 * What Tact's pages say, in the user's language; advice comes from the host in the same one. Importing this waits until
 * the language is known, so the background, whose listeners may not wait, has a catalogue of its own.
 */
import {Catalogue} from "./catalogue.mjs";
import {Settings} from "./settings.mjs";

const catalogue = new Catalogue({i18n: browser.i18n});
await catalogue.use((await new Settings(browser.storage).current()).language);

/** The language of the page, a BCP 47 tag. */
export const language = catalogue.language;

/**
 * @param {string} key
 * @param {...string} substitutions
 * @returns {string}
 */
export const text = catalogue.text;

/**
 * Fills the elements of a page that name their text in `data-text`, and says its language.
 *
 * @param {Document} document
 */
export function fillTexts(document) {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.getAttribute("data-text") ?? "");
  }
}
