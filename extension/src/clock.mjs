/** Time, as the parts see it: injected, so that tests do not wait. */

/**
 * @typedef {{now: () => number, setTimeout: (run: () => void, ms: number) => any,
 *   clearTimeout: (timer: any) => void}} Clock
 */

/** @type {Clock} */
export const systemClock = Object.freeze({
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: timer => clearTimeout(timer),
});

/**
 * A bounded wait.
 *
 * @template T
 * @param {Clock} clock
 * @param {number} ms
 * @param {Promise<T>} promise
 * @param {() => Error} late what to fail with when the time is over
 * @returns {Promise<T>}
 */
export function inTime(clock, ms, promise, late) {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimeout(() => reject(late()), ms);
    promise.then(
      value => {
        clock.clearTimeout(timer);
        resolve(value);
      },
      error => {
        clock.clearTimeout(timer);
        reject(error);
      });
  });
}

/**
 * Waits for a promise, but no longer than so many milliseconds, and does not care how it ends.
 *
 * @param {Clock} clock
 * @param {number} ms
 * @param {Promise<unknown>} promise
 * @returns {Promise<void>}
 */
export function atMost(clock, ms, promise) {
  return inTime(clock, ms, promise, () => new Error("late")).then(() => {}, () => {});
}

/**
 * @param {Clock} clock
 * @param {number} ms
 * @returns {Promise<void>}
 */
export function pause(clock, ms) {
  return new Promise(resolve => clock.setTimeout(resolve, ms));
}
