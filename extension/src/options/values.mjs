/**
 * What stands in the fields of the options page, and what comes out of them. Pure.
 */
import {BOUNDS} from "../settings.mjs";

/** Days of a week by ISO 8601, 1 for Monday. */
const DAYS = Object.freeze([1, 2, 3, 4, 5, 6, 7]);

/** A Monday. */
const A_MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/**
 * The number typed into a field.
 *
 * @param {keyof typeof BOUNDS} name
 * @param {string} typed
 * @returns {{value: number | null} | {least: number, most: number}} null for an empty field; the bounds when it is none
 *   within them
 */
export function numberOf(name, typed) {
  const {least, most} = BOUNDS[name];
  if (typed.trim() === "") {
    return {value: null};
  }
  const value = Number(typed);
  return Number.isInteger(value) && value >= least && value <= most ? {value} : {least, most};
}

/**
 * The week as a language writes it.
 *
 * @param {string} language
 * @returns {{day: number, name: string}[]} from the first day of its week on
 */
export function weekIn(language) {
  const locale = new Intl.Locale(language);
  // A method in newer engines, a property in older ones, and in some neither.
  const info = /** @type {any} */ (locale).getWeekInfo?.() ?? /** @type {any} */ (locale).weekInfo;
  const first = info?.firstDay ?? 1;
  const format = new Intl.DateTimeFormat(language, {weekday: "long", timeZone: "UTC"});
  return DAYS.map((_, at) => DAYS[(first - 1 + at) % DAYS.length])
    .map(day => ({day, name: format.format(A_MONDAY + (day - 1) * DAY_MS)}));
}

/**
 * Countries by name.
 *
 * @param {string[]} codes ISO 3166
 * @param {string} language
 * @returns {{code: string, name: string}[]}
 */
export function countriesIn(codes, language) {
  const names = new Intl.DisplayNames(language, {type: "region"});
  const {compare} = new Intl.Collator(language);
  return codes.map(code => ({code, name: names.of(code) ?? code})).sort((one, other) => compare(one.name, other.name));
}

/**
 * A code of holidays as country and region.
 *
 * @param {string | null | undefined} code
 * @returns {{country: string, region: string}} empty where there is none; the region with its country, as the host has
 *   it
 */
export function placeOf(code) {
  const upper = (code ?? "").toUpperCase();
  return {country: upper.slice(0, 2), region: upper.length > 2 ? upper : ""};
}
