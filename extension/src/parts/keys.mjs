/**
 * The arrow keys on Tact's pages: from one button to the next.
 */

/**
 * @param {KeyboardEvent} event
 * @param {ParentNode} [root] among whose buttons
 * @returns {boolean} whether it was one of them
 */
export function stepFocus(event, root = document) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!step || (event.target instanceof Element && event.target.matches("input, textarea"))) {
    return false;
  }
  const stops = [...root.querySelectorAll("button, summary")].filter(stop => stop instanceof HTMLElement)
    .filter(stop => stop.checkVisibility() && !stop.matches(":disabled"));
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = at < 0 && step < 0 ? stops.length - 1 : (at + step + stops.length) % stops.length;
  stops[next]?.focus({focusVisible: true});
  event.preventDefault();
  return true;
}
