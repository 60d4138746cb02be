/**
 * The list as a tree grid of which only what can be seen is built: one stop for Tab, arrow keys from row to row. Scroll
 * position and focus stay with their row when rows come and go.
 */
import {make} from "../parts/dom.mjs";
import {text} from "../texts.mjs";
import {HEADING, indexAt, layoutOf, numberOf, rowsBetween, scrolledTo, spotAt, spotOf, spotsIn, topOf}
  from "./layout.mjs";
import {blankRow, rowOf} from "./row.mjs";

/** Rows built above and below what can be seen. */
const MARGIN = 8;

/**
 * @typedef {import("../protocol.mjs").FollowUp} FollowUp
 * @typedef {import("../protocol.mjs").Group} Group
 * @typedef {import("./layout.mjs").Layout} Layout
 * @typedef {import("./layout.mjs").Section} Section
 * @typedef {import("./layout.mjs").Spot} Spot
 * @typedef {{open: (row: FollowUp) => unknown, write: (row: FollowUp) => unknown, menu: (row: FollowUp) => unknown,
 *   toggle: (group: Group) => unknown}} Does
 * @typedef {{place: HTMLElement, heading: HTMLElement, count: HTMLElement}} Built a section's elements
 */

export class List {
  #place;
  #rows;
  #does;
  #isOpen;
  #language;
  /** @type {Layout} */
  #layout = layoutOf([], () => true, {head: 0, row: 0});
  /** @type {Map<Group, Built>} */
  #sections = new Map();
  /** What is built, by index in the host's order. @type {Map<number, HTMLElement>} */
  #built = new Map();
  /** @type {WeakMap<FollowUp, HTMLElement>} */
  #made = new WeakMap();
  /** The day for which rows were made: they say "in 2 days". */
  #madeOn = "";
  /** Where the keyboard is. @type {{spot: Spot, thread: string | null} | null} */
  #active = null;
  #isDrawing = false;

  /**
   * @param {object} parts
   * @param {HTMLElement} parts.place what scrolls
   * @param {import("./rows.mjs").Rows} parts.rows
   * @param {(group: Group) => boolean} parts.isOpen
   * @param {Does} parts.does
   * @param {string} parts.language
   */
  constructor({place, rows, isOpen, does, language}) {
    this.#place = place;
    this.#rows = rows;
    this.#isOpen = isOpen;
    this.#does = does;
    this.#language = language;
    place.addEventListener("scroll", () => this.#drawSoon(), {passive: true});
    place.addEventListener("click", event => this.#clicked(event));
    place.addEventListener("keydown", event => this.#pressed(event));
    new ResizeObserver(() => this.show()).observe(place);
  }

  /** The row that the keyboard is on, if it is on one. @returns {FollowUp | null} */
  get row() {
    const index = this.#active && indexAt(this.#layout, this.#active.spot);
    return index === null ? null : this.#rows.at(index);
  }

  /** Puts the keyboard on the list. */
  focus() {
    this.#draw();
    this.#elementOf(this.#active?.spot ?? null)?.focus({preventScroll: true});
  }

  /** Begins at the top, for example because others are searched for. */
  reset() {
    this.#active = null;
    this.#place.scrollTop = 0;
  }

  /** Shows the rows as they are now. */
  show() {
    const hadFocus = this.#place.contains(document.activeElement);
    const anchor = this.#anchor();
    const number = this.#active && numberOf(this.#layout, this.#active.spot);
    const {wanted, groups} = this.#rows;
    const shown = (groups ?? []).filter(({group}) => wanted.group === null || group === wanted.group);
    this.#layout = layoutOf(shown, this.#isOpen, this.#heights());
    this.#arrangeSections();
    if (anchor) {
      const spot = this.#spotOf(anchor.thread);
      if (spot) {
        this.#place.scrollTop = topOf(this.#layout, spot) - anchor.offset;
      }
    }
    this.#keepActive(number);
    this.#draw(hadFocus);
  }

  /**
   * Moves the keyboard.
   *
   * @param {number} number of a spot; past either end it is the end
   */
  #go(number) {
    const spot = spotAt(this.#layout, number);
    if (spot) {
      this.#activate(spot);
      this.#place.scrollTop =
        scrolledTo(this.#layout, spot, this.#place.scrollTop, this.#place.clientHeight);
      this.focus();
    }
  }

  /** @param {Spot} spot */
  #activate(spot) {
    const index = indexAt(this.#layout, spot);
    this.#active = {spot, thread: index === null ? null : this.#rows.at(index)?.thread ?? null};
  }

  /**
   * The row that shall not move: the one with the keyboard where it can be seen, else the first that can be seen.
   *
   * @returns {{thread: string, offset: number} | null} offset: from the top of what can be seen
   */
  #anchor() {
    const {scrollTop, clientHeight} = this.#place;
    const isSeen = (/** @type {Spot} */ spot) => {
      const top = topOf(this.#layout, spot);
      return top >= scrollTop && top + this.#layout.row <= scrollTop + clientHeight;
    };
    // At the very top what is new shows: there is nothing above to keep.
    if (scrollTop === 0) {
      return null;
    }
    const active = this.#active;
    const [first] = rowsBetween(this.#layout, scrollTop + this.#layout.head, scrollTop + clientHeight);
    const spot = active?.thread && isSeen(active.spot) ? active.spot
      : first ? {group: first.section.group, at: first.from} : null;
    const index = spot && indexAt(this.#layout, spot);
    const row = index === null ? null : this.#rows.at(index);
    const thread = active && spot === active.spot ? active.thread : row?.thread;
    return spot && thread ? {thread, offset: topOf(this.#layout, spot) - scrollTop} : null;
  }

  /** @param {string} thread @returns {Spot | null} */
  #spotOf(thread) {
    const index = this.#rows.indexOf(thread);
    return index === null ? null : spotOf(this.#layout, index);
  }

  /**
   * Follows the row with the keyboard while it stays in its group; one that has gone leaves the keyboard to the next.
   *
   * @param {number | null} number where it was
   */
  #keepActive(number) {
    const active = this.#active;
    if (!active) {
      const first = this.#layout.sections[0];
      if (first) {
        this.#activate({group: first.group, at: first.isOpen ? 0 : HEADING});
      }
      return;
    }
    const there = active.thread === null ? null : this.#spotOf(active.thread);
    if (there?.group === active.spot.group) {
      active.spot = there;
    } else {
      const isThere = this.#layout.sections.some(({group}) => group === active.spot.group);
      const spot = spotAt(this.#layout, isThere ? numberOf(this.#layout, active.spot) : number ?? 0);
      this.#active = null;
      if (spot) {
        this.#activate(spot);
      }
    }
  }

  /** @returns {{head: number, row: number}} as the style has them, in CSS pixels */
  #heights() {
    const height = (/** @type {string} */ name) => {
      const probe = make("div", `probe ${name}`);
      this.#place.append(probe);
      const {height: measured} = probe.getBoundingClientRect();
      probe.remove();
      return measured;
    };
    return {head: height("heading"), row: height("row")};
  }

  #arrangeSections() {
    const {sections} = this.#layout;
    this.#place.setAttribute("aria-rowcount", String(spotsIn(this.#layout)));
    for (const [group, {place}] of this.#sections) {
      if (!sections.some(one => one.group === group)) {
        place.remove();
        this.#sections.delete(group);
      }
    }
    sections.forEach((section, at) => {
      const {group, count, isOpen, height} = section;
      const built = this.#sections.get(group) ?? sectionOf(group);
      this.#sections.set(group, built);
      built.count.textContent = count.toLocaleString(this.#language);
      built.heading.setAttribute("aria-expanded", String(isOpen));
      built.heading.setAttribute("aria-rowindex", String(numberOf(this.#layout, {group, at: HEADING}) + 1));
      built.place.style.blockSize = `${height}px`;
      if (this.#place.children[at] !== built.place) {
        this.#place.insertBefore(built.place, this.#place.children[at] ?? null);
      }
    });
  }

  #drawSoon() {
    if (!this.#isDrawing) {
      this.#isDrawing = true;
      requestAnimationFrame(() => {
        this.#isDrawing = false;
        this.#draw();
      });
    }
  }

  /**
   * Builds what can be seen and what the keyboard is on, and takes away the rest.
   *
   * @param {boolean} [hadFocus] whether the keyboard was on the list
   */
  #draw(hadFocus = this.#place.contains(document.activeElement)) {
    this.#dropOldDays();
    const {scrollTop, clientHeight} = this.#place;
    const margin = MARGIN * this.#layout.row;
    const ranges = rowsBetween(this.#layout, scrollTop - margin, scrollTop + clientHeight + margin);
    this.#rows.look(ranges.map(({section, from, to}) => ({from: section.first + from, to: section.first + to})));
    const wanted = ranges.flatMap(({section, from, to}) =>
      Array.from({length: to - from}, (_, at) => ({section, at: from + at})));
    const active = this.#active && this.#layout.sections.find(({group}) => group === this.#active?.spot.group);
    if (active?.isOpen && this.#active && this.#active.spot.at >= 0
      && !wanted.some(({section, at}) => section === active && at === this.#active?.spot.at)) {
      wanted.push({section: active, at: this.#active.spot.at});
    }
    const before = this.#built;
    this.#built = new Map(wanted.map(({section, at}) => [section.first + at, this.#rowAt(section, at)]));
    const kept = new Set(this.#built.values());
    before.forEach(element => kept.has(element) || element.remove());
    this.#markActive();
    if (hadFocus && !this.#place.contains(document.activeElement)) {
      this.#elementOf(this.#active?.spot ?? null)?.focus({preventScroll: true});
    }
  }

  /** A row says how far its days are: from midnight on it says something else. */
  #dropOldDays() {
    const today = new Date().toDateString();
    if (today !== this.#madeOn) {
      this.#madeOn = today;
      this.#made = new WeakMap();
    }
  }

  /**
   * @param {Section} section
   * @param {number} at
   * @returns {HTMLElement} in its place
   */
  #rowAt(section, at) {
    const row = this.#rows.at(section.first + at);
    const old = this.#built.get(section.first + at);
    const element = row ? this.#make(row) : old?.matches(".blank") ? old : blankRow();
    element.style.insetBlockStart = `${this.#layout.head + at * this.#layout.row}px`;
    element.ariaRowIndex = String(numberOf(this.#layout, {group: section.group, at}) + 1);
    element.ariaPosInSet = String(at + 1);
    element.ariaSetSize = String(section.count);
    element.dataset.at = String(at);
    const {place} = /** @type {Built} */ (this.#sections.get(section.group));
    if (element.parentElement !== place) {
      place.append(element);
    }
    return element;
  }

  /** @param {FollowUp} row */
  #make(row) {
    const known = this.#made.get(row);
    if (known) {
      return known;
    }
    const built = rowOf(row, {
      now: new Date(),
      language: this.#language,
      onWrite: () => this.#does.write(row),
      onMenu: () => this.#does.menu(row),
    });
    this.#made.set(row, built);
    return built;
  }

  /** One stop for Tab. */
  #markActive() {
    const active = this.#elementOf(this.#active?.spot ?? null);
    const all = [...[...this.#sections.values()].map(({heading}) => heading), ...this.#built.values()];
    all.forEach(element => {
      element.tabIndex = element === active ? 0 : -1;
    });
  }

  /** @param {Spot | null} spot @returns {HTMLElement | null} */
  #elementOf(spot) {
    if (!spot) {
      return null;
    }
    const index = indexAt(this.#layout, spot);
    return (index === null ? this.#sections.get(spot.group)?.heading : this.#built.get(index)) ?? null;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const group = /** @type {Group | undefined} */ (
      /** @type {HTMLElement | null} */ (target.closest("[data-group]"))?.dataset.group);
    if (!group) {
      return;
    }
    const row = /** @type {HTMLElement | null} */ (target.closest(".row"));
    const isHeading = target.closest(".heading") !== null;
    if (row || isHeading) {
      this.#activate({group, at: row ? Number(row.dataset.at) : HEADING});
      this.focus();
    }
    if (isHeading) {
      this.#does.toggle(group);
    } else if (row && this.row && !target.closest("button")) {
      this.#does.open(this.row);
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const active = this.#active;
    if (!active || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const number = numberOf(this.#layout, active.spot);
    const page = Math.max(1, Math.floor(this.#place.clientHeight / this.#layout.row) - 1);
    const steps = {
      ArrowDown: number + 1, ArrowUp: number - 1, PageDown: number + page, PageUp: number - page,
      Home: 0, End: Infinity,
    };
    if (event.key in steps) {
      this.#go(steps[/** @type {keyof typeof steps} */ (event.key)]);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      this.#sidewards((event.key === "ArrowRight") !== (getComputedStyle(this.#place).direction === "rtl"));
    } else if (event.target instanceof HTMLButtonElement || !this.#acts(event.key, active.spot)) {
      return;
    }
    event.preventDefault();
  }

  /**
   * Enter and Space.
   *
   * @param {string} key
   * @param {Spot} spot
   * @returns {boolean} whether it was one of them
   */
  #acts(key, spot) {
    if (key !== "Enter" && key !== " ") {
      return false;
    }
    const {row} = this;
    if (spot.at === HEADING) {
      this.#does.toggle(spot.group);
    } else if (row) {
      (key === "Enter" ? this.#does.open : this.#does.menu)(row);
    }
    return true;
  }

  /**
   * As in every tree: inwards opens a group, goes to its rows, and to what can be done with one; outwards goes back.
   *
   * @param {boolean} isInwards
   */
  #sidewards(isInwards) {
    const {spot} = /** @type {{spot: Spot}} */ (this.#active);
    const section = this.#layout.sections.find(({group}) => group === spot.group);
    const element = this.#elementOf(spot);
    if (!section || !element) {
      return;
    }
    if (spot.at === HEADING) {
      if (section.isOpen !== isInwards) {
        this.#does.toggle(spot.group);
      } else if (isInwards) {
        this.#go(numberOf(this.#layout, spot) + 1);
      }
      return;
    }
    const stops = [element, ...element.querySelectorAll("button")];
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + (isInwards ? 1 : -1);
    if (at < 0) {
      this.#go(numberOf(this.#layout, {group: spot.group, at: HEADING}));
    } else {
      stops[at]?.focus({focusVisible: true});
    }
  }
}

/** @param {Group} group @returns {Built} */
function sectionOf(group) {
  const count = make("span", "count", "");
  const name = make("span", "label", text(`group_${group.replaceAll("-", "_")}`));
  const cell = make("div", "", name, " ", count, " ",
    make("span", "about clipped quiet", text(`group_${group.replaceAll("-", "_")}_about`)));
  cell.setAttribute("role", "gridcell");
  const heading = make("div", "heading", cell);
  heading.setAttribute("role", "row");
  heading.setAttribute("aria-level", "1");
  const place = make("div", "section", heading);
  place.setAttribute("role", "rowgroup");
  place.dataset.group = group;
  return {place, heading, count};
}
