/**
 * Tries, answers and meetings on a line of time, drawn to scale. Told apart by shape: a try is a dot, an answer a
 * diamond, a meeting a square; a line across stands for today.
 */
import {draw, picture} from "./svg.mjs";

const DAY_MS = 24 * 3_600_000;

/** A shorter time is drawn as if it were so long, in days: what was sent an hour ago does not fill the line. */
const LEAST_DAYS = 14;

/** Of the drawing, in CSS pixels; its width is that of its place. */
const HEIGHT = 22;
const MIDDLE = HEIGHT / 2;

/**
 * @typedef {import("../protocol.mjs").Moment} Moment
 * @typedef {{moment: Moment, x: number}} Placed x: from 0, the beginning, to 1, the end
 */

/**
 * @param {Moment[]} moments oldest first
 * @param {number} now milliseconds since 1970
 * @returns {{placed: Placed[], begin: number, today: number}} begin, today: where the first moment and today are, from
 *   0 to 1
 */
export function placesOf(moments, now) {
  const times = moments.map(({at}) => new Date(at).getTime());
  const end = Math.max(now, ...times);
  const start = Math.min(end - LEAST_DAYS * DAY_MS, ...times);
  const place = (/** @type {number} */ time) => (time - start) / (end - start);
  return {
    placed: moments.map((moment, at) => ({moment, x: place(times[at])})),
    begin: place(Math.min(now, ...times)),
    today: place(now),
  };
}

/** What stands for each kind, around 0, 0. @type {Record<import("../protocol.mjs").MomentKind, () => SVGElement>} */
const SHAPES = Object.freeze({
  try: () => draw("circle", {"class": "kind-try", "r": 4.5}),
  answer: () => draw("path", {"class": "kind-answer", "d": "M0 -6L6 0L0 6L-6 0Z"}),
  meeting: () => draw("rect", {"class": "kind-meeting", "x": -4.5, "y": -4.5, "width": 9, "height": 9}),
});

/**
 * @param {Moment[]} moments oldest first
 * @param {number} now milliseconds since 1970
 * @param {string} name what a screen reader says
 * @returns {SVGSVGElement}
 */
export function timelineOf(moments, now, name) {
  const {placed, begin, today} = placesOf(moments, now);
  const line = (/** @type {string} */ kind, /** @type {number} */ from, /** @type {number} */ to) =>
    draw("line", {"class": kind, "x1": percent(from), "x2": percent(to), "y1": MIDDLE, "y2": MIDDLE});
  const last = placed[placed.length - 1]?.x ?? 0;
  return picture("timeline", name, {height: HEIGHT},
    line("past", begin, today),
    ...(last > today ? [line("ahead", today, last)] : []),
    draw("line", {"class": "today", "x1": percent(today), "x2": percent(today), "y1": 2, "y2": HEIGHT - 2}),
    // A drawing of its own for each, since only that can be put at a share of the width.
    ...placed.map(({moment, x}) => draw("svg", {"class": "moment", "x": percent(x), "y": MIDDLE},
      SHAPES[moment.kind](), draw("title", {}, moment.text))));
}

/**
 * The sign of a kind alone, for a legend.
 *
 * @param {import("../protocol.mjs").MomentKind} kind
 * @returns {SVGSVGElement}
 */
export function signOf(kind) {
  return draw("svg", {"class": "timeline sign", "viewBox": "-8 -8 16 16", "width": 16, "height": 16,
    "aria-hidden": "true"}, SHAPES[kind]());
}

/** @param {number} share */
function percent(share) {
  return `${Math.round(share * 10_000) / 100}%`;
}
