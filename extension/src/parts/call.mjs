/**
 * The call helper: asks for the deadline and the user's own words, and shows what to say, or why rather not to call.
 */
import {text} from "../texts.mjs";
import {make, makeButton} from "./dom.mjs";
import {formOf} from "./form.mjs";

/**
 * @typedef {import("../protocol.mjs").Call} Call
 * @typedef {import("../protocol.mjs").Script} Script
 * @typedef {{call: import("../protocol.mjs").CallAnswer | null, phones: string[]}} Prepared null when the host could
 *   not be asked
 */

/**
 * @param {Call} call
 * @param {{prepare: (words: Record<string, string>) => Promise<Prepared>, onGrown?: () => unknown}} does onGrown: the
 *   page has become higher or lower
 * @returns {HTMLElement}
 */
export function callOf(call, {prepare, onGrown = () => {}}) {
  const opener = makeButton("say", `${call.label}…`, () => (place.hidden ? open() : close()));
  opener.dataset.key = "call";
  opener.setAttribute("aria-expanded", "false");
  const refusal = make("div", "refusal");
  refusal.setAttribute("role", "status");
  const result = make("div", "script");
  result.tabIndex = -1;
  const form = formOf({
    fields: call.fields,
    values: {deadline: call.deadline, reason: call.reason},
    submit: call.submit,
    onCancel: close,
    onSubmit: async words => {
      const {call: answer, phones} = await prepare(words);
      refusal.replaceChildren(...refusalOf(answer));
      if (answer?.script) {
        result.replaceChildren(...scriptOf(answer.script, phones), makeButton("plain", text("callChange"), change));
        turn(true);
        result.focus();
      }
      onGrown();
      (answer?.script ? place : refusal).scrollIntoView({block: "nearest"});
    },
  });
  form.lastElementChild?.before(refusal);
  form.prepend(make("p", "", call.text), make("blockquote", "passage", call.passageText));
  const place = make("div", "inline-form", form, result);
  place.hidden = true;
  turn(false);

  /** @param {boolean} done whether to show the script or the form */
  function turn(done) {
    form.hidden = done;
    result.hidden = !done;
  }

  function change() {
    turn(false);
    focusFirst();
    onGrown();
  }

  function open() {
    place.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    focusFirst();
    place.scrollIntoView({block: "nearest"});
    onGrown();
  }

  function close() {
    place.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    opener.focus({focusVisible: true});
    onGrown();
  }

  /** The first field that is still empty, else the first. */
  function focusFirst() {
    const inputs = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input, textarea")]);
    (inputs.find(({value}) => value === "") ?? inputs[0])?.focus();
  }

  return make("div", "call claims buttons", opener, place);
}

/** @param {import("../protocol.mjs").CallAnswer | null} answer @returns {Node[]} */
function refusalOf(answer) {
  if (!answer) {
    return [make("p", "", text("callUnavailable"))];
  }
  const {refusal} = answer;
  return refusal ? [make("p", "", refusal.text), make("blockquote", "passage", refusal.passageText)] : [];
}

/**
 * @param {Script} script
 * @param {string[]} phones
 * @returns {Node[]}
 */
function scriptOf({text: summary, sentences, findings, passageText, close}, phones) {
  const numbers = make("p", "phones", text("callPhones"), ...phones.flatMap(phone => [" ", make("b", "", phone)]));
  return [
    make("h3", "quiet", text("callSay")),
    make("div", "spoken", ...sentences.map(sentence => make("p", "", sentence))),
    make("p", "quiet", summary),
    ...(findings.length > 0 ? [make("ul", "findings", ...findings.map(finding => make("li", "", finding)))] : []),
    make("blockquote", "passage", passageText),
    make("p", "", close),
    ...(phones.length > 0 ? [numbers] : []),
  ];
}
