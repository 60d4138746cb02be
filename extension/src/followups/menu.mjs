/**
 * What can be done with one row: open it, write, and say what has happened.
 */
import {claimsOf} from "../parts/claims.mjs";
import {make, makeButton} from "../parts/dom.mjs";
import {stepFocus} from "../parts/keys.mjs";
import {text} from "../texts.mjs";

/**
 * @typedef {import("../protocol.mjs").Claim} Claim
 * @typedef {import("../protocol.mjs").FollowUp} FollowUp
 */

export class Menu {
  #dialog;
  #does;

  /**
   * @param {HTMLDialogElement} dialog
   * @param {{open: (row: FollowUp) => unknown, write: (row: FollowUp) => unknown,
   *   say: (row: FollowUp, claim: Claim) => unknown}} does
   */
  constructor(dialog, does) {
    this.#dialog = dialog;
    this.#does = does;
    dialog.addEventListener("click", event => {
      if (event.target === dialog) {
        dialog.close();
      }
    });
    dialog.addEventListener("keydown", event => {
      event.stopPropagation();
      stepFocus(event, dialog);
    });
  }

  /**
   * @param {FollowUp} row
   * @param {Claim | null} [asked] the claim whose fields are to be filled in at once
   */
  open(row, asked = null) {
    const close = () => this.#dialog.close();
    const then = (/** @type {(row: FollowUp) => unknown} */ act) => () => {
      close();
      return act(row);
    };
    const claims = claimsOf(row.actions, claim => {
      close();
      return this.#does.say(row, claim);
    });
    this.#dialog.setAttribute("aria-label", text("followUpsMenu", row.name));
    this.#dialog.replaceChildren(
      make("header", "", make("h2", "", row.name), make("p", "quiet", row.subject)),
      make("div", "claims", makeButton("say", text("followUpsOpen"), then(this.#does.open)),
        makeButton("say", text("followUpsWriteLong"), then(this.#does.write))),
      claims);
    this.#dialog.showModal();
    if (asked) {
      const key = `say ${JSON.stringify(asked)}`;
      [...claims.querySelectorAll("button")].find(({dataset}) => dataset.key === key)?.click();
    }
  }
}
