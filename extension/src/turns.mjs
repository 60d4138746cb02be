/**
 * Works done one after the other, such as reads and writes of one place in a storage.
 */
export class Turns {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @template T
   * @param {() => Promise<T>} work begun when all before it have ended, well or not
   * @returns {Promise<T>}
   */
  take(work) {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}
