/**
 * Days and instants in the words of a language. Pure.
 */

const DAY_MS = 24 * 3_600_000;

/** Up to so many days they are counted as days, then as weeks, then as months, then as years. */
const DAYS = Object.freeze({days: 20, weeks: 60, months: 700});

const DAYS_IN = Object.freeze({week: 7, month: 30.44, year: 365.25});

/**
 * @param {string} value a day, YYYY-MM-DD, or an instant
 * @returns {Date} at noon of that day here, so that it is the same day however clocks are changed
 */
export function dayOf(value) {
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T12:00` : value);
  date.setHours(12, 0, 0, 0);
  return date;
}

/**
 * @param {string} value a day or an instant
 * @param {Date} now
 * @returns {number} days from today; negative for the past
 */
export function daysFrom(value, now) {
  const today = new Date(now);
  today.setHours(12, 0, 0, 0);
  return Math.round((dayOf(value).getTime() - today.getTime()) / DAY_MS);
}

/** Making a format takes longer than using it. @type {Map<string, Intl.RelativeTimeFormat | Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @template {Intl.RelativeTimeFormat | Intl.DateTimeFormat} Format
 * @param {string} key
 * @param {() => Format} make
 * @returns {Format}
 */
function kept(key, make) {
  const known = /** @type {Format | undefined} */ (formats.get(key));
  if (known) {
    return known;
  }
  const made = make();
  formats.set(key, made);
  return made;
}

/**
 * "yesterday", "in 3 days", "2 months ago".
 *
 * @param {string} value a day or an instant
 * @param {Date} now
 * @param {string} language
 */
export function relative(value, now, language) {
  const format = kept(`relative ${language}`, () => new Intl.RelativeTimeFormat(language, {numeric: "auto"}));
  const days = daysFrom(value, now);
  const far = Math.abs(days);
  if (far <= DAYS.days) {
    return format.format(days, "day");
  }
  const unit = far <= DAYS.weeks ? "week" : far <= DAYS.months ? "month" : "year";
  return format.format(Math.trunc(days / DAYS_IN[unit]), unit);
}

/**
 * "Thu, 26 Nov", with the year where it is another one.
 *
 * @param {string} value a day or an instant
 * @param {Date} now
 * @param {string} language
 */
export function date(value, now, language) {
  const day = dayOf(value);
  const isThisYear = day.getFullYear() === now.getFullYear();
  const format = kept(`date ${language} ${isThisYear}`, () => new Intl.DateTimeFormat(language, isThisYear
    ? {weekday: "short", day: "numeric", month: "short"}
    : {day: "numeric", month: "short", year: "numeric"}));
  return format.format(day);
}
