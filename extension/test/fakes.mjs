/**
 * Fakes that refuse what was not set up.
 */

/**
 * An API of which only the given parts exist; touching any other throws and names it.
 *
 * @param {object} parts
 * @param {string} [path]
 * @returns {any}
 */
export function only(parts, path = "browser") {
  return new Proxy(parts, {
    get(target, name) {
      if (typeof name === "symbol" || name === "then") {
        return undefined;
      }
      if (!(name in target)) {
        throw new Error(`${path}.${name} was not set up`);
      }
      const value = /** @type {any} */ (target)[name];
      return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map)
        ? only(value, `${path}.${name}`)
        : value;
    },
  });
}

/** A clock that moves when it is told to; due timers run in order, and what they start is waited for. */
export class FakeClock {
  #now = 0;
  #next = 1;
  /** @type {Map<number, {at: number, run: () => void}>} */
  #timers = new Map();

  now = () => this.#now;

  /** @param {() => void} run @param {number} ms */
  setTimeout = (run, ms) => {
    this.#timers.set(this.#next, {at: this.#now + ms, run});
    return this.#next++;
  };

  /** @param {any} timer */
  clearTimeout = timer => {
    this.#timers.delete(timer);
  };

  get pending() {
    return this.#timers.size;
  }

  /** @param {number} ms */
  async pass(ms) {
    const end = this.#now + ms;
    for (;;) {
      await settle();
      const due = [...this.#timers].filter(([, {at}]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
      if (!due) {
        break;
      }
      const [id, {at, run}] = due;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      run();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets everything that can run without time passing run. */
export async function settle() {
  for (let turn = 0; turn < 50; turn++) {
    await Promise.resolve();
  }
  await new Promise(resolve => setImmediate(resolve));
  for (let turn = 0; turn < 50; turn++) {
    await Promise.resolve();
  }
}

/** A native port whose other end is the test. */
export class FakePort {
  /** @type {any[]} */
  posted = [];
  disconnected = false;
  /** @type {{message: string} | null} */
  error = null;
  /** @type {((message: any) => void)[]} */
  #messageListeners = [];
  /** @type {((port: any) => void)[]} */
  #disconnectListeners = [];
  onMessage = {addListener: (/** @type {any} */ listener) => void this.#messageListeners.push(listener)};
  onDisconnect = {addListener: (/** @type {any} */ listener) => void this.#disconnectListeners.push(listener)};

  /** @param {any} message */
  postMessage(message) {
    if (this.disconnected) {
      throw new Error("Attempt to postMessage on disconnected port");
    }
    this.posted.push(structuredClone(message));
  }

  disconnect() {
    this.disconnected = true;
  }

  /** @param {any} message */
  say(message) {
    this.#messageListeners.forEach(listener => listener(message));
  }

  /** @param {string | null} message */
  end(message) {
    this.error = message === null ? null : {message};
    this.disconnected = true;
    this.#disconnectListeners.forEach(listener => listener(this));
  }
}

/**
 * A host that answers from a table by event type; an event without an entry is refused.
 *
 * @param {Record<string, (event: any) => any>} answers
 */
export function fakeHost(answers) {
  /** @type {any[]} */
  const asked = [];
  return {
    asked,
    fault: null,
    ready: true,
    retryInMs: 0,
    /** @param {any} event */
    async request(event) {
      asked.push(event);
      if (!answers[event.type]) {
        throw new Error(`${event.type} was not set up`);
      }
      return answers[event.type](event);
    },
  };
}

/** storage.local or storage.session */
export function fakeStorage() {
  /** @type {Record<string, any>} */
  const kept = {};
  return {
    kept,
    get: async (/** @type {any} */ key) => ({[key]: structuredClone(kept[key])}),
    set: async (/** @type {any} */ values) => void Object.assign(kept, structuredClone(values)),
    remove: async (/** @type {string} */ key) => void delete kept[key],
  };
}

/** An annotation that has nothing to say; fields can be given. @param {object} [fields] */
export const annotation = (fields = {}) => ({
  badge: null, label: null, title: null, lens: null, person: null, name: null, threadStreak: 0, personStreak: 0,
  due: null, advice: [], actions: [], gutCheck: null, call: null, hold: null, ...fields,
});
