/**
 * Controls whose setting an administrator has imposed.
 */
import {make} from "../parts/dom.mjs";
import {text} from "../texts.mjs";

/**
 * @param {HTMLInputElement | HTMLSelectElement | HTMLFieldSetElement} control
 * @param {boolean} locked
 * @param {Element | null} beside where it is said
 */
export function lock(control, locked, beside = control.parentElement) {
  control.disabled = locked;
  beside?.querySelector(".imposed")?.remove();
  if (locked) {
    beside?.append(make("span", "imposed", text("optionsImposed")));
  }
}
