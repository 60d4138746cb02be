/**
 * Insights -> what each picture shows and which table stands behind it. Pure.
 */

/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1, 12);

const DAY_MS = 24 * 3_600_000;

/**
 * @typedef {import("../protocol.mjs").Insights} Insights
 * @typedef {import("../parts/plots.mjs").Column} Column
 * @typedef {{text: import("../annotations.mjs").Texts, language: string}} Words
 * @typedef {{id: string, title: string, about: string, few: string, columns: Column[], top: number, head: string[],
 *   table: string[][]}} Plot about: a sentence over the picture, or empty; few: what stands in its place where there
 *   are too few cases, or empty; top: the value that is as high as there is room
 */

/**
 * @param {Insights} insights
 * @param {Words} words
 * @returns {Plot[]}
 */
export function plotsOf(insights, words) {
  return [byAttempt(insights, words), timeToAnswer(insights, words), weekdays(insights, words), letGo(insights, words)];
}

/** @param {Insights} insights @param {Words} words @returns {Plot} */
function byAttempt({byAttempt: attempts, least}, words) {
  const {text} = words;
  const cases = attempts.map(({attempt, tries, answered}) =>
    ({label: text("insightsTry", String(attempt)), part: answered, whole: tries}));
  return shares("attempts", cases, least, words, [text("insightsTries"), text("insightsTries_sent")]);
}

/** @param {Insights} insights @param {Words} words @returns {Plot} */
function weekdays({weekdays: days, least}, words) {
  const {text, language} = words;
  const name = new Intl.DateTimeFormat(language, {weekday: "short", timeZone: "UTC"});
  const cases = days.map(({day, tries, answered}) =>
    ({label: name.format(new Date(MONDAY + (day - 1) * DAY_MS)), part: answered, whole: tries}));
  return shares("weekdays", cases, least, words, [text("insightsDay"), text("insightsTries_sent")]);
}

/**
 * Of how many tries were how many answered, for each of several kinds.
 *
 * @param {string} id
 * @param {{label: string, part: number, whole: number}[]} cases
 * @param {number} least
 * @param {Words} words
 * @param {string[]} head of the first two columns of the table
 * @returns {Plot}
 */
function shares(id, cases, least, {text, language}, head) {
  const all = cases.reduce((sum, {whole}) => sum + whole, 0);
  const sure = cases.filter(({whole}) => whole >= least);
  return {
    id,
    title: text(`insights_${id}`),
    about: text(`insights_${id}_about`),
    few: sure.length > 0 ? "" : fewOf(Math.max(0, ...cases.map(({whole}) => whole)), all, least, {text, language}),
    columns: cases.map(({label, part, whole}) => ({
      value: whole > 0 ? part / whole : 0,
      shown: whole > 0 ? percent(part / whole, language) : "",
      label,
      counts: `${part}/${whole}`,
      isSure: whole >= least,
    })),
    top: Math.max(...cases.map(({part, whole}) => (whole > 0 ? part / whole : 0))),
    head: [...head, text("insightsAnswered"), text("insightsShare")],
    table: cases.map(({label, part, whole}) => [label, whole.toLocaleString(language), part.toLocaleString(language),
      whole >= least ? percent(part / whole, language) : "–"]),
  };
}

/** @param {Insights} insights @param {Words} words @returns {Plot} */
function timeToAnswer({timeToAnswer: spans, medianDays, least}, {text, language}) {
  const all = spans.reduce((sum, {answers}) => sum + answers, 0);
  const isSure = all >= least;
  const columns = spans.map(span => ({
    value: span.answers,
    shown: all > 0 ? percent(span.answers / all, language) : "",
    label: spanOf(span, language),
    counts: span.answers.toLocaleString(language),
    isSure: true,
  }));
  return {
    id: "time",
    title: text("insights_time"),
    about: isSure && medianDays !== null
      ? text("insights_time_about", daysIn(language).format(rounded(medianDays))) : "",
    few: isSure ? "" : fewOf(all, all, least, {text, language}),
    columns,
    top: Math.max(...spans.map(({answers}) => answers)),
    head: [text("insightsWithin"), text("insightsAnswers"), text("insightsShare")],
    table: columns.map(({label, counts, shown}) => [label, counts, isSure ? shown : "–"]),
  };
}

/** @param {Insights} insights @param {Words} words @returns {Plot} */
function letGo({letGo: {cases, letGo: gone}, least}, {text, language}) {
  const isSure = cases >= least;
  const kept = cases - gone;
  /** @param {string} label @param {number} part */
  const column = (label, part) => ({
    value: part,
    shown: cases > 0 ? percent(part / cases, language) : "",
    label,
    counts: `${part}/${cases}`,
    isSure: true,
  });
  const columns = [column(text("insightsLetGo"), gone), column(text("insightsNotLetGo"), kept)];
  return {
    id: "let-go",
    title: text("insights_let_go"),
    about: text("insights_let_go_about"),
    few: isSure ? "" : fewOf(cases, cases, least, {text, language}),
    columns,
    top: Math.max(gone, kept),
    head: [text("insightsCase"), text("insightsCases"), text("insightsShare")],
    table: columns.map(({label, value, shown}) => [label, value.toLocaleString(language), isSure ? shown : "–"]),
  };
}

/**
 * @param {number} most cases of one kind
 * @param {number} all cases
 * @param {number} least
 * @param {Words} words
 * @returns {string} how many there are so far, and that a picture of them would be one of chance
 */
function fewOf(most, all, least, {text, language}) {
  return all < least
    ? text("insightsFew", all.toLocaleString(language), String(least))
    : text("insightsFewOfEach", most.toLocaleString(language), String(least));
}

/** @param {{fromDays: number, toDays: number | null}} span toDays: fewer than this @param {string} language */
function spanOf({fromDays, toDays}, language) {
  const days = daysIn(language);
  if (toDays === null) {
    return `≥ ${days.format(fromDays)}`;
  }
  if (fromDays === 0) {
    return `< ${days.format(toDays)}`;
  }
  return toDays - fromDays === 1 ? days.format(fromDays) : days.formatRange(fromDays, toDays - 1);
}

/** @param {string} language */
function daysIn(language) {
  return new Intl.NumberFormat(language, {style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: 1});
}

/** Over a week a tenth of a day says nothing. @param {number} days */
function rounded(days) {
  return days < 7 ? days : Math.round(days);
}

/** @param {number} share @param {string} language */
function percent(share, language) {
  return share.toLocaleString(language, {style: "percent", maximumFractionDigits: 0});
}
