/**
 * Where everything stands in the list: sections one under the other, each a heading and rows of one height. Pure.
 */

/**
 * @typedef {import("../protocol.mjs").Group} Group
 * @typedef {{group: Group, count: number, isOpen: boolean, first: number, top: number, height: number}} Section
 *   first: index of its first row in the host's order; top and height in CSS pixels
 * @typedef {{sections: Section[], height: number, head: number, row: number}} Layout head, row: heights of a heading
 *   and of a row, in CSS pixels
 * @typedef {{group: Group, at: number}} Spot at: number of the row in its section, or -1 for the heading
 */

/** The heading, as a spot. */
export const HEADING = -1;

/**
 * @param {{group: Group, count: number}[]} groups in the host's order; those without a row get no section
 * @param {(group: Group) => boolean} isOpen
 * @param {{head: number, row: number}} heights
 * @returns {Layout}
 */
export function layoutOf(groups, isOpen, {head, row}) {
  /** @type {Section[]} */
  const sections = [];
  let first = 0;
  let top = 0;
  for (const {group, count} of groups) {
    if (count > 0) {
      const open = isOpen(group);
      const height = head + (open ? count * row : 0);
      sections.push({group, count, isOpen: open, first, top, height});
      top += height;
    }
    first += count;
  }
  return {sections, height: top, head, row};
}

/**
 * The rows that stand between two heights.
 *
 * @param {Layout} layout
 * @param {number} from in CSS pixels
 * @param {number} to in CSS pixels
 * @returns {{section: Section, from: number, to: number}[]} for each section that has some: from which row to which,
 *   exclusive
 */
export function rowsBetween({sections, head, row}, from, to) {
  return sections.filter(({isOpen}) => isOpen).map(section => {
    const start = section.top + head;
    return {
      section,
      from: Math.max(0, Math.floor((from - start) / row)),
      to: Math.min(section.count, Math.ceil((to - start) / row)),
    };
  }).filter(range => range.from < range.to);
}

/** @param {Layout} layout @returns {number} how many spots there are */
export function spotsIn({sections}) {
  return sections.reduce((sum, section) => sum + spotsOf(section), 0);
}

/**
 * @param {Layout} layout
 * @param {Spot} spot
 * @returns {number} its place among all spots, from 0; that of the nearest one that there is, when it is gone
 */
export function numberOf({sections}, {group, at}) {
  let number = 0;
  for (const section of sections) {
    if (section.group === group) {
      return number + Math.min(at + 1, spotsOf(section) - 1);
    }
    number += spotsOf(section);
  }
  return 0;
}

/**
 * @param {Layout} layout
 * @param {number} number of a spot; one that there is not is the first or the last
 * @returns {Spot | null} null in an empty list
 */
export function spotAt({sections}, number) {
  let left = Math.max(0, number);
  for (const section of sections) {
    if (left < spotsOf(section)) {
      return {group: section.group, at: left - 1};
    }
    left -= spotsOf(section);
  }
  const last = sections[sections.length - 1];
  return last ? {group: last.group, at: spotsOf(last) - 2} : null;
}

/**
 * @param {Layout} layout
 * @param {number} index of a row in the host's order
 * @returns {Spot | null} null where its section is closed or there is no such row
 */
export function spotOf({sections}, index) {
  const section = sections.find(({first, count}) => index >= first && index < first + count);
  return section?.isOpen ? {group: section.group, at: index - section.first} : null;
}

/**
 * @param {Layout} layout
 * @param {Spot} spot
 * @returns {number | null} index of its row in the host's order; null for a heading, and where there is no such row
 */
export function indexAt({sections}, {group, at}) {
  const section = sections.find(one => one.group === group);
  return section?.isOpen && at >= 0 && at < section.count ? section.first + at : null;
}

/**
 * @param {Layout} layout
 * @param {Spot} spot that there is
 * @returns {number} from the top of the list, in CSS pixels
 */
export function topOf({sections, head, row}, {group, at}) {
  const section = sections.find(one => one.group === group);
  return (section?.top ?? 0) + (at === HEADING ? 0 : head + at * row);
}

/**
 * How far to scroll so that a spot can be seen whole; the heading of its section covers the top.
 *
 * @param {Layout} layout
 * @param {Spot} spot
 * @param {number} scrolled
 * @param {number} view height of what can be seen
 * @returns {number} `scrolled` itself where it can be seen already
 */
export function scrolledTo(layout, spot, scrolled, view) {
  const top = topOf(layout, spot);
  const isHeading = spot.at === HEADING;
  const covered = isHeading ? 0 : layout.head;
  const bottom = top + (isHeading ? layout.head : layout.row);
  if (top - covered < scrolled) {
    return top - covered;
  }
  return bottom > scrolled + view ? bottom - view : scrolled;
}

/** @param {Section} section */
function spotsOf({count, isOpen}) {
  return isOpen ? count + 1 : 1;
}
