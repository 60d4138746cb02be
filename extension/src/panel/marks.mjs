/**
 * The marks of the severities, drawn in the current text colour: told apart by shape, not by colour alone.
 */
import {draw, picture} from "../parts/svg.mjs";

/** Path data on a field of 20 by 20. @type {Record<import("../protocol.mjs").Severity, string>} */
const SHAPES = Object.freeze({
  info: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 9v5M10 6.2v.3",
  hint: "M7.6 14.2a5.4 5.4 0 1 1 4.8 0v1.6h-4.8zM8.2 18h3.6",
  warning: "M10 2.8L18 17H2zM10 8v4.2M10 14.4v.3",
  hold: "M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7zM6.5 10h7",
});

/**
 * @param {import("../protocol.mjs").Severity} severity
 * @param {string} name what a screen reader says
 * @returns {SVGElement}
 */
export function markOf(severity, name) {
  return picture("mark", name, {viewBox: "0 0 20 20"}, draw("path", {
    "d": SHAPES[severity],
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": 1.6,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  }));
}
