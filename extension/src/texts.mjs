/**
 * The extension's own texts, from _locales; advice comes from the host in the same language.
 */

/**
 * @param {string} key
 * @param {...string} substitutions
 * @returns {string}
 */
export function text(key, ...substitutions) {
  return browser.i18n.getMessage(key, substitutions);
}

/**
 * Fills the elements of a page that name their text in `data-text`, and says its language.
 *
 * @param {Document} document
 */
export function fillTexts(document) {
  document.documentElement.lang = browser.i18n.getUILanguage();
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.getAttribute("data-text") ?? "");
  }
}
