/**
 * What the welcome page says of an import. Pure.
 */

/** Less than this is a few seconds, in seconds. */
const FEW_S = 10;

/** Hours are spoken of from so many minutes on. */
const HOURS_FROM_MIN = 90;

/** Parts of the way at which a screen reader is told how far it is. */
const QUARTERS = 4;

/**
 * @typedef {import("../importer.mjs").View} View
 * @typedef {import("../annotations.mjs").Texts} Texts
 * @typedef {{title: string, percent: number | null, mails: string, rate: string, left: string, folder: string,
 *   valueText: string}} Progress percent: whole, null while nobody can say
 */

/**
 * A text for one, and one for more.
 *
 * @param {Texts} text
 * @param {string} key its plain form is for more than one; with "One" for one
 * @param {number} count
 * @param {string} language
 */
export function counted(text, key, count, language) {
  return count === 1 ? text(`${key}One`) : text(key, count.toLocaleString(language));
}

/**
 * @param {View} view
 * @param {Texts} text
 * @param {string} language
 * @returns {Progress}
 */
export function progressOf(view, text, language) {
  const {state, counting, found, done, folders} = view;
  const percent = counting ? null : found === 0 ? 100 : Math.floor(done / found * 100);
  const left = leftOf(view, text, language);
  const title = text(state !== "running" ? `welcome_${state}`
    : view.resting ? "welcomeResting" : counting ? "welcomeCounting" : "welcomeReading");
  const mails = counting
    ? text("welcomeFound", found.toLocaleString(language), view.counted.toLocaleString(language),
      folders.toLocaleString(language))
    : text("welcomeDone", done.toLocaleString(language), found.toLocaleString(language));
  return {
    title,
    percent,
    mails,
    rate: view.rate === null ? "" : text("welcomeRate", Math.round(view.rate).toLocaleString(language)),
    left,
    folder: view.folder === null ? "" : text("welcomeFolder", view.folder, view.account ?? ""),
    valueText: [percent === null ? "" : new Intl.NumberFormat(language, {style: "percent"}).format(percent / 100), left]
      .filter(words => words !== "").join(", ") || mails,
  };
}

/**
 * How long it will take, no more exactly than one can know.
 *
 * @param {View} view
 * @param {Texts} text
 * @param {string} language
 * @returns {string} empty when nobody can say
 */
function leftOf({secondsLeft}, text, language) {
  if (secondsLeft === null) {
    return "";
  }
  const minutes = Math.round(secondsLeft / 60);
  if (secondsLeft < FEW_S) {
    return text("welcomeLeftSeconds");
  }
  if (minutes < 1) {
    return text("welcomeLeftLess");
  }
  return minutes < HOURS_FROM_MIN
    ? counted(text, "welcomeLeftMinutes", minutes, language)
    : counted(text, "welcomeLeftHours", Math.round(minutes / 60), language);
}

/**
 * What is to be known of an import besides how far it is.
 *
 * @param {View} view
 * @param {Texts} text
 * @param {string} language
 * @returns {string[]}
 */
export function notesOf({state, taken, rebuilt, unreadable, lost}, text, language) {
  return [
    ...(state === "done" ? [counted(text, "welcomeTaken", taken, language)] : []),
    ...(rebuilt > 0 ? [counted(text, "welcomeRebuilt", rebuilt, language)] : []),
    ...(unreadable > 0 ? [counted(text, "welcomeUnreadable", unreadable, language)] : []),
    ...(lost.length > 0 ? [text("welcomeLost", new Intl.ListFormat(language).format(lost))] : []),
  ];
}

/**
 * What a screen reader is told of an import without being asked: when its state changes, and at each quarter.
 *
 * @param {View} view
 * @param {Texts} text
 * @param {string} language
 * @returns {{key: string, words: string}} to be told when the key is another than the last
 */
export function spokenOf(view, text, language) {
  const {title, percent, mails} = progressOf({...view, resting: false}, text, language);
  const quarter = percent === null ? -1 : Math.floor(percent / (100 / QUARTERS));
  return {key: `${view.state} ${view.counting} ${quarter}`, words: percent === null ? title : `${title} ${mails}`};
}
