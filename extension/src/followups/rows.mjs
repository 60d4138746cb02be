/**
 * The rows of the list as the host has them, fetched in pages where they are looked at. Rows that may have changed stay
 * until the new ones are there.
 */
import {GROUPS} from "../protocol.mjs";

/** Rows in one page. */
const PAGE = 50;

/** Questions under way at a time: the host answers one after the other. */
const LANES = 2;

/** More pages than these, those farthest from what is looked at, are dropped. */
const MAX_PAGES = 40;

/**
 * @typedef {import("../protocol.mjs").FollowUp} FollowUp
 * @typedef {import("../protocol.mjs").Group} Group
 * @typedef {import("../events.mjs").Wanted} Wanted
 * @typedef {import("../followups.mjs").Answered<import("../protocol.mjs").FollowUpPage>} Answered
 * @typedef {{rows: FollowUp[], isFresh: boolean}} Page
 */

export class Rows {
  #ask;
  #onChanged;
  /** @type {Wanted} */
  #wanted;
  /** Changes with what is wanted, and with news: answers to older questions are no fresh ones. */
  #age = 0;
  /** @type {Map<number, Page>} */
  #pages = new Map();
  /** Pages that are being asked for, with the age of the question. @type {Map<number, number>} */
  #asking = new Map();
  /** The pages that are looked at, from the top. @type {number[]} */
  #seen = [0];
  /** Whether other rows are wanted than those that are here. */
  #isOther = false;

  /** How many there are in each group, in the order of the list. @type {{group: Group, count: number}[] | null} */
  groups = null;
  /** How many are due, whatever is searched for. */
  due = 0;
  /** How many threads the host has still to work out. */
  behind = 0;
  /** @type {import("../followups.mjs").NamedFault | null} */
  fault = null;
  /** After a fault: when to ask again, in milliseconds. */
  askAgainMs = 0;

  /**
   * @param {object} parts
   * @param {(wanted: Wanted, from: number, limit: number) => Promise<Answered>} parts.ask
   * @param {Wanted} parts.wanted
   * @param {() => void} parts.onChanged called after each answer
   */
  constructor({ask, wanted, onChanged}) {
    this.#ask = ask;
    this.#wanted = wanted;
    this.#onChanged = onChanged;
  }

  get wanted() {
    return this.#wanted;
  }

  /**
   * Wants others. What is shown stays until the first of them are there.
   *
   * @param {Wanted} wanted
   */
  want(wanted) {
    this.#wanted = wanted;
    this.#seen = [0];
    this.#isOther = true;
    this.refresh();
  }

  /** Asks anew for what is looked at, for example because there are new mails. */
  refresh() {
    this.#age += 1;
    for (const page of this.#pages.values()) {
      page.isFresh = false;
    }
    this.#fetch();
  }

  /**
   * @param {number} index in the order of the list, from 0
   * @returns {FollowUp | null} null when it is not here yet
   */
  at(index) {
    return this.#pages.get(Math.floor(index / PAGE))?.rows[index % PAGE] ?? null;
  }

  /**
   * @param {string} thread
   * @returns {number | null} where it is; null when it is not among those that are here
   */
  indexOf(thread) {
    for (const [number, {rows}] of this.#pages) {
      const at = rows.findIndex(row => row.thread === thread);
      if (at >= 0) {
        return number * PAGE + at;
      }
    }
    return null;
  }

  /**
   * Says what is looked at.
   *
   * @param {{from: number, to: number}[]} ranges of indexes in the order of the list, to: exclusive
   */
  look(ranges) {
    const pages = ranges.flatMap(({from, to}) => {
      const first = Math.floor(from / PAGE);
      return Array.from({length: Math.ceil(to / PAGE) - first}, (_, at) => first + at);
    });
    this.#seen = pages.length > 0 ? [...new Set(pages)] : [0];
    this.#fetch();
  }

  /** Whether all that is looked at is here and as the host has it now. */
  get isSettled() {
    return this.#missing() === null && this.#asking.size === 0;
  }

  #fetch() {
    for (let next = this.#missing(); next !== null && this.#asking.size < LANES; next = this.#missing()) {
      this.#fetchPage(next);
    }
  }

  /** @returns {number | null} the first page that is looked at and not fresh, nor being asked for */
  #missing() {
    return this.#seen.find(number =>
      !this.#pages.get(number)?.isFresh && this.#asking.get(number) !== this.#age && this.#exists(number)) ?? null;
  }

  /** @param {number} number of a page; the first is always asked for, since it tells how many there are */
  #exists(number) {
    return number === 0 || this.groups === null || number * PAGE < this.#size();
  }

  #size() {
    const {group} = this.#wanted;
    return (this.groups ?? []).filter(one => group === null || one.group === group)
      .reduce((sum, {count}) => sum + count, 0);
  }

  /** @param {number} number */
  async #fetchPage(number) {
    const age = this.#age;
    this.#asking.set(number, age);
    const {answer, fault, askAgainMs} = await this.#ask(this.#wanted, number * PAGE, PAGE)
      .catch(() => ({answer: null, fault: {name: "gone", detail: null}, askAgainMs: 1_000}));
    if (this.#asking.get(number) === age) {
      this.#asking.delete(number);
    }
    if (age === this.#age) {
      this.fault = fault;
      this.askAgainMs = askAgainMs;
      if (answer) {
        this.#take(number, answer);
      } else {
        // Not asked for again until somebody says so.
        this.#pages.set(number, {rows: this.#pages.get(number)?.rows ?? [], isFresh: true});
      }
      this.#onChanged();
    }
    this.#fetch();
  }

  /**
   * @param {number} number
   * @param {import("../protocol.mjs").FollowUpPage} page
   */
  #take(number, {groups, due, behind, rows}) {
    if (this.#isOther) {
      this.#isOther = false;
      this.#pages.clear();
      this.groups = null;
    }
    const counted = GROUPS.map(group => ({group, count: groups.find(one => one.group === group)?.count ?? 0}));
    if (this.groups !== null && JSON.stringify(counted) !== JSON.stringify(this.groups)) {
      // Rows have moved: what was fetched before is not where it was.
      this.#pages.forEach(page => {
        page.isFresh = false;
      });
    }
    this.groups = counted;
    this.due = due;
    this.behind = behind;
    const before = this.#pages.get(number)?.rows ?? [];
    // A row that is as it was stays the same object: what is built of it stays too.
    const known = new Map(before.map(row => [row.thread, row]));
    this.#pages.set(number, {
      isFresh: true,
      rows: rows.map(row => {
        const old = known.get(row.thread);
        return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
      }),
    });
    this.#forget();
  }

  #forget() {
    const distance = (/** @type {number} */ number) => Math.min(...this.#seen.map(seen => Math.abs(seen - number)));
    const size = this.#size();
    const numbers = [...this.#pages.keys()].sort((one, other) => distance(one) - distance(other));
    numbers.filter((number, at) => at >= MAX_PAGES || number > 0 && number * PAGE >= size)
      .forEach(number => this.#pages.delete(number));
  }
}
