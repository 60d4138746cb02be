/**
 * The one native port to the host: opened on the first need, greeted before anything else, reopened after a fault.
 *
 * Faults are a closed set (`Fault`); the words for each, and what a user can do, are in _locales under
 * `fault_<name>_text` and `fault_<name>_remedy`.
 */
import {inTime} from "./clock.mjs";
import {MAX_FRAME_BYTES, PROTOCOLS, UNSUPPORTED_VERSION, envelope, readReply, replyKeyOf}
  from "./protocol.mjs";

/** Name under which the installer registers the host. */
export const APPLICATION = "tact";

/** What can be wrong between Thunderbird and the host. */
export const Fault = Object.freeze({
  /** No such program is registered. */
  MISSING: "missing",
  /** The program is registered but does not start, or ends before its welcome. */
  BROKEN: "broken",
  /** The program ended while in use. */
  GONE: "gone",
  /** The program does not answer in time. */
  SILENT: "silent",
  /** Host and extension have no protocol version in common. */
  INCOMPATIBLE: "incompatible",
  /** What the program says is not the protocol. */
  GARBLED: "garbled",
  /** The program answers that it cannot do what was asked. */
  REFUSED: "refused",
});

/** @typedef {typeof Fault[keyof typeof Fault]} FaultName */

/** A JVM on a busy machine may need this long to its welcome, in milliseconds. */
const WELCOME_MS = 15_000;

/** A host that says nothing at all for so long, although asked, is given up, in milliseconds. */
const SILENCE_MS = 10_000;

/** Waits before the port is opened again, by the number of failures in a row, in milliseconds. */
const BACKOFF_MS = Object.freeze([1_000, 5_000, 15_000, 60_000]);

/** A host that ended while in use is started again after this the first time, in milliseconds. */
const RESTART_MS = 50;

/** A port that lived so long has proven itself: the failures before it are forgotten, in milliseconds. */
const PROVEN_MS = 30_000;

/** The host could not be asked, or did not answer. */
export class HostFault extends Error {
  /**
   * @param {FaultName} fault
   * @param {string | null} [detail] the host's or Thunderbird's own words, null when there are none
   */
  constructor(fault, detail = null) {
    super(detail ? `${fault}: ${detail}` : fault);
    this.name = "HostFault";
    this.fault = fault;
    this.detail = detail;
  }
}

/** The host answered that it cannot do what was asked. */
export class HostProblem extends HostFault {
  /** @param {import("./protocol.mjs").Problem} problem */
  constructor({code, text, retryable}) {
    super(Fault.REFUSED, text);
    this.name = "HostProblem";
    this.code = code;
    this.retryable = retryable;
  }
}

/**
 * @typedef {{key: string, sentAt: number, resolve: (value: any) => void, reject: (error: Error) => void}} Waiting
 * @typedef {import("./clock.mjs").Clock} Clock
 * @typedef {{error?: {message: string} | null, postMessage: (message: object) => void, disconnect: () => void,
 *   onMessage: {addListener: (listener: (message: unknown) => void) => void},
 *   onDisconnect: {addListener: (listener: (port: any) => void) => void}}} Port
 */

export class Host {
  /** @type {() => Port} */
  #connectNative;
  /** @type {() => Promise<import("./protocol.mjs").Event>} */
  #introduce;
  /** @type {Clock} */
  #clock;
  /** @type {Port | null} */
  #port = null;
  /** Settles when the port is greeted; null without a port. @type {Promise<void> | null} */
  #greeted = null;
  #openedAt = 0;
  #heardAt = 0;
  #nextId = 1;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {HostFault | null} */
  #fault = null;
  #failures = 0;
  #notBefore = 0;
  #ready = false;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /**
   * @param {object} parts
   * @param {() => Port} parts.connectNative opens the port; may throw
   * @param {() => Promise<import("./protocol.mjs").Event>} parts.introduce the `hello` to say
   * @param {Clock} parts.clock
   */
  constructor({connectNative, introduce, clock}) {
    this.#connectNative = connectNative;
    this.#introduce = introduce;
    this.#clock = clock;
  }

  /** What is wrong now; null while nothing is known to be. */
  get fault() {
    return this.#fault;
  }

  /** Whether the host has been greeted and answers. */
  get ready() {
    return this.#ready && !this.#fault;
  }

  /** Milliseconds until the port may be opened again; 0 when at once. */
  get retryInMs() {
    return Math.max(0, this.#notBefore - this.#clock.now());
  }

  /** @param {() => void} listener called after `fault` or `ready` has changed */
  onChanged(listener) {
    this.#listeners.add(listener);
  }

  /**
   * Asks the host.
   *
   * @param {import("./protocol.mjs").Event} event
   * @param {{timeoutMs: number, urgent?: boolean}} options the time covers opening the port too; urgent: try to open
   *   it even when the last failure was a moment ago
   * @returns {Promise<any>} the value under the reply's key
   * @throws {HostFault} not reached, or no answer in time
   * @throws {HostProblem} the host refused
   */
  async request(event, {timeoutMs, urgent = false}) {
    const key = replyKeyOf(event);
    return this.#within(timeoutMs, async () => {
      await this.#open(urgent);
      return this.#send(event, key);
    });
  }

  /**
   * Says hello again, for example because an account was added. Does nothing without a port, whose first word is a
   * hello anyway.
   *
   * @throws {HostFault | HostProblem}
   */
  async greetAgain() {
    if (this.#ready) {
      await this.#greet();
    }
  }

  /**
   * Says hello now, and opens the port for it where there is none, even when the last failure was a moment ago.
   *
   * @returns {Promise<import("./protocol.mjs").Welcome>} what the host answers
   * @throws {HostFault | HostProblem}
   */
  async check() {
    await this.#open(true);
    return this.#greet();
  }

  /** @param {boolean} urgent */
  #open(urgent) {
    if (this.#greeted) {
      return this.#greeted;
    }
    if (!urgent && this.#fault && this.retryInMs > 0) {
      return Promise.reject(this.#fault);
    }
    this.#greeted = this.#connectAndGreet();
    // Whoever asked sees the rejection; without anyone waiting any more it must not count as unhandled.
    this.#greeted.catch(() => {});
    return this.#greeted;
  }

  async #connectAndGreet() {
    /** @type {Port} */
    let port;
    try {
      port = this.#connectNative();
    } catch (error) {
      throw this.#close(new HostFault(Fault.BROKEN, String(error)));
    }
    this.#port = port;
    this.#openedAt = this.#clock.now();
    port.onMessage.addListener(message => this.#heard(port, message));
    port.onDisconnect.addListener(() => this.#disconnected(port, port.error?.message ?? null));
    try {
      const welcome = await this.#greet();
      if (!PROTOCOLS.includes(welcome.protocol)) {
        throw new HostFault(Fault.INCOMPATIBLE);
      }
    } catch (error) {
      if (this.#port !== port) {
        throw this.#fault ?? error;
      }
      throw this.#close(faultOfHandshake(error));
    }
    this.#ready = true;
    this.#fault = null;
    this.#tell();
  }

  /** @returns {Promise<import("./protocol.mjs").Welcome>} */
  #greet() {
    return this.#within(WELCOME_MS, async () => {
      const hello = await this.#introduce();
      return this.#send(hello, replyKeyOf(hello));
    });
  }

  /**
   * @param {import("./protocol.mjs").Event} event
   * @param {string} key
   */
  #send(event, key) {
    const port = this.#port;
    if (!port) {
      return Promise.reject(this.#fault ?? new HostFault(Fault.GONE));
    }
    const id = this.#nextId++;
    const request = envelope(id, event);
    const bytes = new TextEncoder().encode(JSON.stringify(request)).length;
    if (bytes > MAX_FRAME_BYTES) {
      return Promise.reject(new RangeError(`${event.type} has ${bytes} bytes, over the limit of ${MAX_FRAME_BYTES}`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {key, sentAt: this.#clock.now(), resolve, reject});
      try {
        port.postMessage(request);
      } catch (error) {
        // A port that closes in this very moment throws here before it reports its end.
        reject(this.#close(new HostFault(Fault.GONE, String(error))));
      }
    });
  }

  /**
   * @param {Port} port
   * @param {unknown} message
   */
  #heard(port, message) {
    if (port !== this.#port) {
      return;
    }
    this.#heardAt = this.#clock.now();
    let reply;
    try {
      reply = readReply(message);
    } catch (error) {
      this.#close(new HostFault(Fault.GARBLED, String(error)));
      return;
    }
    if (this.#fault?.fault === Fault.SILENT && this.#ready) {
      this.#fault = null;
      this.#tell();
    }
    if (reply.id === null) {
      // The host could not read one of the frames and cannot say which.
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      waiting.forEach(({reject}) => reject(new HostProblem(reply.value)));
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) {
      if (reply.id >= this.#nextId) {
        this.#close(new HostFault(Fault.GARBLED, `nothing was asked as ${reply.id}`));
      }
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.key === "problem") {
      waiting.reject(new HostProblem(reply.value));
    } else if (reply.key === waiting.key) {
      waiting.resolve(reply.value);
    } else {
      waiting.reject(this.#close(new HostFault(Fault.GARBLED, `${reply.key} in place of ${waiting.key}`)));
    }
  }

  /**
   * @param {Port} port
   * @param {string | null} error
   */
  #disconnected(port, error) {
    if (port === this.#port) {
      this.#close(new HostFault(faultOfDisconnect(error, this.#ready), error));
    }
  }

  /**
   * Drops the port and everything that waits on it.
   *
   * @param {HostFault} fault
   */
  #close(fault) {
    const port = this.#port;
    const wasReady = this.#ready;
    this.#port = null;
    this.#greeted = null;
    this.#ready = false;
    this.#fault = fault;
    if (wasReady && this.#clock.now() - this.#openedAt >= PROVEN_MS) {
      this.#failures = 0;
    }
    this.#failures += 1;
    const patient = fault.fault === Fault.INCOMPATIBLE;
    const waitMs = patient
      ? BACKOFF_MS[BACKOFF_MS.length - 1]
      : wasReady && this.#failures === 1 ? RESTART_MS : BACKOFF_MS[Math.min(this.#failures, BACKOFF_MS.length) - 1];
    this.#notBefore = this.#clock.now() + waitMs;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    waiting.forEach(({reject}) => reject(fault));
    port?.disconnect();
    this.#tell();
    return fault;
  }

  /**
   * @template T
   * @param {number} timeoutMs
   * @param {() => Promise<T>} run
   * @returns {Promise<T>}
   */
  #within(timeoutMs, run) {
    const startedAt = this.#clock.now();
    return inTime(this.#clock, timeoutMs, run(), () => this.#silent(startedAt));
  }

  /** @param {number} since when the unanswered request was made */
  #silent(since) {
    const fault = new HostFault(Fault.SILENT);
    if (this.#heardAt > since && this.#ready) {
      // It is at work, only not done with this one.
      return fault;
    }
    const [oldest] = this.#waiting.values();
    const silentSince = Math.max(oldest?.sentAt ?? Infinity, this.#heardAt);
    if (this.#ready && this.#clock.now() - silentSince >= SILENCE_MS) {
      return this.#close(fault);
    }
    if (!this.#fault || this.#ready) {
      this.#fault = fault;
      this.#notBefore = this.#clock.now() + BACKOFF_MS[0];
      this.#tell();
    }
    return fault;
  }

  #tell() {
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

/**
 * @param {unknown} error why the handshake failed
 * @returns {HostFault}
 */
function faultOfHandshake(error) {
  if (error instanceof HostProblem) {
    return new HostFault(error.code === UNSUPPORTED_VERSION ? Fault.INCOMPATIBLE : Fault.BROKEN, error.detail);
  }
  if (error instanceof HostFault) {
    return error;
  }
  return new HostFault(Fault.BROKEN, String(error));
}

/**
 * Thunderbird's words for a closed port; they are not translated.
 *
 * @param {string | null} error
 * @param {boolean} wasReady
 * @returns {FaultName}
 */
function faultOfDisconnect(error, wasReady) {
  if (error?.startsWith("No such native application")) {
    return Fault.MISSING;
  }
  if (error?.startsWith("Native application tried to send")) {
    return Fault.GARBLED;
  }
  return wasReady ? Fault.GONE : Fault.BROKEN;
}
