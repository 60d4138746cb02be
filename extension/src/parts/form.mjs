/**
 * Small forms inside a page: Enter submits, Esc closes; in the panel Thunderbird closes all of it on Esc.
 */
import {hasAddress} from "../events.mjs";
import {text} from "../texts.mjs";
import {make, makeButton} from "./dom.mjs";

/** Longest text in a field, in characters, as the protocol has it. */
const MAX_TEXT_CHARS = 500;

/** Longest mailbox: an address of at most 254 characters (RFC 5321) and a name. */
const MAX_MAILBOX_CHARS = 320;

let count = 0;

/** @typedef {import("../protocol.mjs").Field} Field */

/**
 * @param {object} parts
 * @param {Field[]} parts.fields all required
 * @param {Record<string, unknown>} parts.values what stands in them at first
 * @param {string} parts.submit label of the button
 * @param {(values: Record<string, string>) => unknown} parts.onSubmit values by the names of the fields
 * @param {() => void} parts.onCancel
 * @returns {HTMLFormElement}
 */
export function formOf({fields, values, submit, onSubmit, onCancel}) {
  const form = make("form", "form");
  const inputs = fields.map(field => inputOf(field, values[field.name]));
  const send = make("button", "primary", submit);
  const row = make("div", "buttons", send, makeButton("plain", text("formCancel"), onCancel));
  form.append(...fields.map(({label}, at) => fieldOf(label, inputs[at])), row);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    send.disabled = true;
    try {
      await onSubmit(Object.fromEntries(fields.map(({name}, at) => [name, inputs[at].value.trim()])));
    } finally {
      send.disabled = false;
    }
  });
  form.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && isField(event.target)) {
      // By themselves a line break, and nothing in a field for a day.
      event.preventDefault();
      form.requestSubmit();
    }
  });
  return form;
}

/**
 * @param {string} label
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 */
function fieldOf(label, input) {
  const name = make("label", "", label);
  input.id = `field-${++count}`;
  name.htmlFor = input.id;
  return make("div", "field", name, input);
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/**
 * @param {Field} field
 * @param {unknown} value
 */
function inputOf({kind}, value) {
  const input = kind === "text" ? make("textarea", "") : make("input", "");
  if (input instanceof HTMLTextAreaElement) {
    input.rows = 2;
    input.maxLength = MAX_TEXT_CHARS;
  } else if (kind === "day") {
    input.type = "date";
  } else {
    input.maxLength = MAX_MAILBOX_CHARS;
    input.spellcheck = false;
  }
  input.value = typeof value === "string" ? value : "";
  input.required = true;
  input.addEventListener("input", () => check(kind, input));
  check(kind, input);
  return input;
}

/**
 * @param {Field["kind"]} kind
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 */
function check(kind, input) {
  const blank = input.value.trim() === "" ? text("formBlank") : "";
  const wrong = kind === "address" && !hasAddress(input.value) ? text("formNoAddress") : "";
  // A day has words of its own for what is missing.
  input.setCustomValidity(kind === "day" ? "" : blank || wrong);
}
