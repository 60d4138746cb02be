/**
 * The texts of _locales as Thunderbird gives them, and those of a pseudo-locale: the English ones accented, two fifths
 * longer and in brackets, so that a text which does not come from the catalogue, or has no room to grow, shows.
 */
import {readFileSync} from "node:fs";

/** In which the pages are looked at; "pseudo" is no language. */
export const LANGUAGES = /** @type {const} */ (["en", "de", "pseudo"]);

/**
 * @typedef {(typeof LANGUAGES)[number]} Language
 * @typedef {{message: string, placeholders?: Record<string, {content: string}>}} Message
 * @typedef {Record<string, Message>} Catalogue
 */

const ACCENTED = new Map([..."aAcCeEiInNoOsSuUyYzZ"].map((letter, at) => [letter, [..."åÅçÇéÉîÎñÑöÖšŠüÜýÝžŽ"][at]]));

/** How much longer a translation may be. */
const GROWTH = 0.4;

/** @param {string} message @returns {string} its placeholders as they are */
function stretched(message) {
  const parts = message.split(/(\$[A-Za-z0-9_@]+\$|\$\d)/);
  const accented = parts.map((part, at) =>
    at % 2 === 1 ? part : part.replace(/[a-z]/gi, one => ACCENTED.get(one) ?? one));
  const filling = " lorem ipsum dolor sit amet".repeat(Math.ceil(message.length / 40));
  return `⟦${accented.join("")}${filling.slice(0, Math.ceil(message.length * GROWTH))}⟧`;
}

/** @param {Language} language @returns {Catalogue} as messages.json has it */
export function catalogueOf(language) {
  const file = new URL(`../src/_locales/${language === "pseudo" ? "en" : language}/messages.json`, import.meta.url);
  /** @type {Catalogue} */
  const catalogue = JSON.parse(readFileSync(file, "utf8"));
  return language === "pseudo"
    ? Object.fromEntries(Object.entries(catalogue).map(([key, one]) =>
      [key, {...one, message: stretched(one.message)}]))
    : catalogue;
}

/** What the catalogue is called where the pages ask for their language. @param {Language} language */
export const codeOf = language => language === "pseudo" ? "en" : language;
