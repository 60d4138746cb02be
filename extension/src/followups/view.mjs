/**
 * How the list is looked at, remembered from one time to the next: its order, and the groups that are closed.
 */
import {GROUPS} from "../protocol.mjs";

/** Where it stands in storage.local. */
const KEY = "followUpsView";

/** Closed at first: nothing needs to be done there. */
const CLOSED_AT_FIRST = Object.freeze(["gone-quiet", "done"]);

const SORTS = Object.freeze(/** @type {const} */ (["next", "last-contact", "person"]));

/**
 * @typedef {import("../protocol.mjs").Group} Group
 * @typedef {import("../events.mjs").Wanted} Wanted
 */

export class View {
  #storage;
  /** @type {Wanted["sort"]} */
  #sort = "next";
  /** @type {Set<string>} */
  #closed = new Set(CLOSED_AT_FIRST);
  /** What is closed in what a search has found; all hits show at first. @type {Set<string>} */
  #closedInSearch = new Set();

  /** @param {Pick<browser.storage.StorageArea, "get" | "set">} storage storage.local */
  constructor(storage) {
    this.#storage = storage;
  }

  /** Reads what is remembered. @returns {Promise<void>} never rejects */
  async read() {
    const {[KEY]: kept} = await this.#storage.get(KEY).catch(() => ({[KEY]: null}));
    this.#sort = SORTS.find(sort => sort === kept?.sort) ?? "next";
    if (Array.isArray(kept?.closed)) {
      this.#closed = new Set(GROUPS.filter(group => kept.closed.includes(group)));
    }
  }

  get sort() {
    return this.#sort;
  }

  set sort(sort) {
    this.#sort = sort;
    this.#keep();
  }

  /**
   * @param {Group} group
   * @param {Wanted} wanted
   */
  isOpen(group, wanted) {
    return !this.#closedIn(wanted).has(group);
  }

  /**
   * Opens or closes a group.
   *
   * @param {Group} group
   * @param {Wanted} wanted
   */
  toggle(group, wanted) {
    const closed = this.#closedIn(wanted);
    if (!closed.delete(group)) {
      closed.add(group);
    }
    this.#keep();
  }

  /** Others are wanted: all that is found shows. */
  forgetSearch() {
    this.#closedInSearch.clear();
  }

  /** @param {Wanted} wanted */
  #closedIn({group, text}) {
    return group === null && text === "" ? this.#closed : this.#closedInSearch;
  }

  #keep() {
    this.#storage.set({[KEY]: {sort: this.#sort, closed: [...this.#closed]}})
      .catch(error => console.warn(`Tact: view: ${error}`));
  }
}
