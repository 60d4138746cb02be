/**
 * What the user can say with one click: buttons, some of which ask for a day, a person or words first.
 */
import {text} from "../texts.mjs";
import {make, makeButton} from "./dom.mjs";
import {formOf} from "./form.mjs";

/**
 * @typedef {import("../protocol.mjs").Action} Action
 * @typedef {import("../protocol.mjs").Claim} Claim
 */

/**
 * @param {Action[]} actions
 * @param {(claim: Claim) => unknown} say
 * @returns {HTMLElement}
 */
export function claimsOf(actions, say) {
  const row = make("div", "claims buttons");
  const place = make("div", "inline-form");
  place.hidden = true;
  /** @type {HTMLButtonElement | null} */
  let opener = null;
  const close = () => {
    place.hidden = true;
    opener?.setAttribute("aria-expanded", "false");
    opener?.focus({focusVisible: true});
    opener = null;
  };
  /** @param {HTMLButtonElement} button @param {Action} action */
  const open = (button, {label, claim, fields}) => {
    const again = opener === button;
    if (opener) {
      close();
    }
    if (again) {
      return;
    }
    opener = button;
    button.setAttribute("aria-expanded", "true");
    const form = formOf({
      fields,
      values: claim,
      submit: text("formOk"),
      onCancel: close,
      onSubmit: values => {
        close();
        return say({...claim, ...values});
      },
    });
    form.setAttribute("aria-label", label);
    place.replaceChildren(form);
    place.hidden = false;
    button.after(place);
    /** @type {HTMLElement | null} */ (form.querySelector("input, textarea"))?.focus();
    place.scrollIntoView({block: "nearest"});
  };
  row.append(...actions.map(action => {
    const asks = action.fields.length > 0;
    const button = makeButton("say", asks ? `${action.label}…` : action.label, () =>
      asks ? open(button, action) : say(action.claim));
    button.dataset.key = `say ${JSON.stringify(action.claim)}`;
    if (asks) {
      button.setAttribute("aria-expanded", "false");
    }
    return button;
  }));
  row.append(place);
  return row;
}
