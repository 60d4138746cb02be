/**
 * The article's question to oneself. Which answer is chosen is told to nobody.
 */
import {make, makeButton} from "./dom.mjs";
import {claimsOf} from "./claims.mjs";
import {fixesOf} from "./fixes.mjs";

/**
 * @param {import("../protocol.mjs").GutCheck} check
 * @param {{say: (claim: import("../protocol.mjs").Claim) => unknown,
 *   carryOut: (fix: import("../protocol.mjs").Fix) => Promise<unknown>, onGrown?: () => unknown}} does onGrown: the
 *   page has become higher or lower
 * @returns {HTMLElement}
 */
export function gutCheckOf({question, passageText, answers}, {say, carryOut, onGrown}) {
  const place = make("div", "answer");
  place.setAttribute("aria-live", "polite");
  /** @type {HTMLButtonElement[]} */
  const buttons = answers.map(({label, text, choices, fixes}, at) => makeButton("say", label, () => {
    const chosen = buttons[at].getAttribute("aria-pressed") === "true";
    buttons.forEach((button, other) => button.setAttribute("aria-pressed", String(!chosen && other === at)));
    place.replaceChildren(...(chosen ? [] : [
      make("p", "", text),
      ...(choices.length > 0 ? [claimsOf(choices, say)] : []),
      ...fixesOf(fixes, carryOut),
    ]));
    onGrown?.();
  }));
  buttons.forEach((button, at) => {
    button.setAttribute("aria-pressed", "false");
    button.dataset.key = `gut ${at}`;
  });
  return make("section", "gut-check", make("h2", "", question), make("blockquote", "passage", passageText),
    make("div", "buttons", ...buttons), place);
}
