/**
 * What an import has to read, how far it is, and how long it will take. Pure.
 */

/**
 * Mails in one slice of a folder. Thunderbird walks through the whole folder for each slice, and hands over what it
 * finds without being held back: fewer would be more walks, more would be more to do again after an interruption.
 */
const SLICE_MAILS = 2_000;

/** Dates of mails are whole seconds, in milliseconds. */
const SECOND_MS = 1_000;

/** What was done so long ago counts half in the rate, in milliseconds. */
const HALF_LIFE_MS = 15_000;

/** No rate is named before so much time has been seen, in milliseconds. */
const LEAST_SEEN_MS = 4_000;

/**
 * @typedef {{from: number, mails: number}} Slice mails dated since `from` and before the slice ahead of it, and how
 *   many there were when they were counted; times in milliseconds since 1970
 * @typedef {{id: string, accountId: string, name: string, account: string, slices: Slice[] | null, read: number,
 *   within: number}} FolderPlan slices: newest first, null while its mails are not counted; read: so many of them are
 *   done; within: so many mails of the next one are
 * @typedef {{at: number, mails: number, ms: number, done: number}} Pace mails and milliseconds, older ones count less;
 *   done: mails at the time `at`
 */

/**
 * The calendar months before a moment.
 *
 * @param {number | null} months null: everything
 * @param {number} now
 * @returns {number} milliseconds since 1970
 */
export function sinceOf(months, now) {
  if (months === null) {
    return 0;
  }
  const then = new Date(now);
  const day = then.getDate();
  then.setMonth(then.getMonth() - months);
  if (then.getDate() !== day) {
    // There is no 31st in that month: the last day of it.
    then.setDate(0);
  }
  return then.getTime();
}

/**
 * @param {number[]} times when the mails of a folder are dated
 * @param {number} since the oldest slice begins here
 * @returns {Slice[]} the newest first; none where there is no mail
 */
export function slicesOf(times, since) {
  const newestFirst = Float64Array.from(times).sort().reverse();
  /** @type {Slice[]} */
  const slices = [];
  let start = 0;
  while (start < newestFirst.length) {
    let end = Math.min(start + SLICE_MAILS, newestFirst.length);
    const from = Math.floor(newestFirst[end - 1] / SECOND_MS) * SECOND_MS;
    // Mails of one second stay together.
    while (end < newestFirst.length && newestFirst[end] >= from) {
      end++;
    }
    slices.push({from: end === newestFirst.length ? since : from, mails: end - start});
    start = end;
  }
  return slices;
}

/**
 * The stretch of time of a slice, as Thunderbird is asked for it: both ends belong to it. The newest is open towards
 * the future, where clocks go wrong.
 *
 * @param {Slice[]} slices
 * @param {number} at
 * @returns {{fromDate: Date, toDate?: Date}}
 */
export function timeOf(slices, at) {
  const fromDate = new Date(slices[at].from);
  return at === 0 ? {fromDate} : {fromDate, toDate: new Date(slices[at - 1].from - 1)};
}

/**
 * @param {FolderPlan[]} folders
 * @returns {{found: number, done: number, counted: number, finished: number}} mails, and folders whose mails are
 *   counted and done
 */
export function sumOf(folders) {
  const sum = {found: 0, done: 0, counted: 0, finished: 0};
  for (const {slices, read, within} of folders) {
    if (slices) {
      slices.forEach(({mails}, at) => {
        sum.found += mails;
        sum.done += at < read ? mails : at === read ? Math.min(within, mails) : 0;
      });
      sum.counted += 1;
      sum.finished += read >= slices.length ? 1 : 0;
    }
  }
  return sum;
}

/** @param {number} now @param {number} done @returns {Pace} of an import that begins, or goes on */
export function paceFrom(now, done) {
  return {at: now, mails: 0, ms: 0, done};
}

/**
 * @param {Pace} pace
 * @param {number} now
 * @param {number} done mails
 * @returns {Pace}
 */
export function paced(pace, now, done) {
  const ms = Math.max(0, now - pace.at);
  const weight = 0.5 ** (ms / HALF_LIFE_MS);
  return {
    at: Math.max(now, pace.at),
    mails: pace.mails * weight + Math.max(0, done - pace.done),
    ms: pace.ms * weight + ms,
    done,
  };
}

/**
 * @param {Pace} pace
 * @returns {number | null} mails per second; null while too little has been seen
 */
export function rateOf({mails, ms}) {
  return ms < LEAST_SEEN_MS ? null : mails / (ms / 1_000);
}

/**
 * @param {number} left mails
 * @param {number | null} rate mails per second
 * @returns {number | null} seconds; null when nobody can say
 */
export function secondsLeft(left, rate) {
  return rate === null || rate <= 0 ? null : left / rate;
}
