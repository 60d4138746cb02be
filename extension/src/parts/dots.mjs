/**
 * Tries as dots: ●●○.
 */
import {draw, picture} from "./svg.mjs";

/** More dots than these would be no picture any more. */
const MAX_DOTS = 9;

const STEP = 13;
const RADIUS = 4.2;

/**
 * @param {number} tries
 * @param {number} budget
 * @param {string} name what a screen reader says, and the mouse shows
 * @returns {SVGSVGElement}
 */
export function dotsOf(tries, budget, name) {
  const count = Math.min(Math.max(tries, budget), MAX_DOTS);
  const dots = Array.from({length: count}, (_, at) => draw("circle", {
    "class": at < tries ? at < budget ? "spent" : "over" : "left",
    "cx": STEP * (at + 0.5), "cy": STEP / 2, "r": RADIUS,
  }));
  return picture("tries", name,
    {viewBox: `0 0 ${STEP * count} ${STEP}`, width: STEP * count, height: STEP}, draw("title", {}, name), ...dots);
}
