/**
 * Columns side by side, each with its words and its counts.
 */
import {draw, picture} from "./svg.mjs";

/** Of the drawing, in its own units; it is as wide as its place. */
const WIDTH = 600;
const HEIGHT = 210;

/** Room over the highest column for its value, and under all for two lines of words. */
const ABOVE = 24;
const BELOW = 46;

/** Of the room of one column, so much is between it and the next. */
const GAP = 0.36;

/** A column of a value over nothing can be seen. */
const LEAST_HEIGHT = 2;

/**
 * @typedef {{value: number, shown: string, label: string, counts: string, isSure: boolean}} Column shown: the value in
 *   words; label, counts: under it; isSure: false where too few cases stand behind the value
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 */

/**
 * @param {number[]} values
 * @param {number} top the value that is as high as there is room
 * @returns {Box[]} in the drawing's units
 */
export function boxesOf(values, top) {
  const room = HEIGHT - ABOVE - BELOW;
  const step = WIDTH / Math.max(1, values.length);
  return values.map((value, at) => {
    const share = top > 0 ? Math.min(1, value / top) : 0;
    const height = value > 0 ? Math.max(LEAST_HEIGHT, share * room) : 0;
    return {x: step * (at + GAP / 2), y: ABOVE + room - height, width: step * (1 - GAP), height};
  });
}

/**
 * @param {string} name what a screen reader says; a table with the numbers belongs beside it
 * @param {Column[]} columns
 * @param {number} top the value that is as high as there is room
 * @returns {SVGSVGElement}
 */
export function columnsOf(name, columns, top) {
  const boxes = boxesOf(columns.map(({value}) => value), top);
  const base = HEIGHT - BELOW;
  return picture("columns", name, {viewBox: `0 0 ${WIDTH} ${HEIGHT}`},
    draw("line", {"class": "base", "x1": 0, "x2": WIDTH, "y1": base, "y2": base}),
    ...columns.flatMap(({shown, label, counts, isSure}, at) => {
      const {x, y, width, height} = boxes[at];
      const words = (/** @type {string} */ kind, /** @type {number} */ line, /** @type {string} */ content) =>
        draw("text", {"class": kind, "x": x + width / 2, "y": line, "text-anchor": "middle"}, content);
      return [
        draw("rect", {"class": isSure ? "sure" : "unsure", x, y, width, height, "rx": 3}),
        ...(isSure ? [words("value", y - 7, shown)] : []),
        words("label", base + 19, label),
        words("counts", base + 37, counts),
      ];
    }));
}
