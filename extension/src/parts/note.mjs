/**
 * The line at the foot of a page that says what came of something.
 */
import {text} from "../texts.mjs";
import {make, makeButton} from "./dom.mjs";

/**
 * @param {HTMLElement} place with role "status"
 * @param {string} words
 * @param {(() => unknown) | null} [undo]
 */
export function noteIn(place, words, undo = null) {
  place.replaceChildren(make("p", "", words), ...(undo ? [makeButton("plain", text("undo"), undo)] : []));
}
