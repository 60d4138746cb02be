import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {buttonOf, buttonOfCounter, severityOf} from "../src/annotations.mjs";
import {Fault} from "../src/host.mjs";
import {annotation} from "./fakes.mjs";

/** @param {string} key */
const text = key => `[${key}]`;

/** @param {string} language */
const locale = language =>
  JSON.parse(readFileSync(new URL(`../src/_locales/${language}/messages.json`, import.meta.url), "utf8"));

test("the badge has the colour of the most severe advice", () => {
  const advice = /** @type {any} */ ([{severity: "hold"}, {severity: "hint"}]);
  const held = annotation({advice, lens: {text: "x", severity: "info"}});
  assert.equal(severityOf(held), "hold");
  assert.notEqual(buttonOf({annotation: held, fault: null}, text).color,
    buttonOf({annotation: annotation(), fault: null}, text).color);
});

test("nothing to say is the plain button", () => {
  const {badge, label, title} = buttonOf({annotation: annotation(), fault: null}, text);
  assert.deepEqual([badge, label, title], ["", "[buttonLabel]", "[buttonTitle]"]);
});

test("a fault says what is wrong and what to do", () => {
  const fault = {name: "missing", detail: "No such native application"};
  const {badge, title} = buttonOf({annotation: null, fault}, text);
  assert.equal(badge, "!");
  assert.equal(title, "[buttonLabel]: [fault_missing_text] [fault_missing_remedy]");
});

test("where the host says which side to update, its words are shown", () => {
  const {title} = buttonOf({annotation: null, fault: {name: "incompatible", detail: "Update the add-on."}}, text);
  assert.match(title, /Update the add-on\./);
});

test("a mail without a counter has the plain button", () => {
  const none = {badge: null, text: null, title: null, severity: null, standing: null};
  assert.deepEqual(buttonOfCounter(none, text), buttonOfCounter(null, text));
});

test("every fault has its words and its remedy, in both languages, and both languages have the same keys", () => {
  for (const language of ["en", "de"]) {
    for (const fault of Object.values(Fault)) {
      assert.ok(locale(language)[`fault_${fault}_text`]?.message);
      assert.ok(locale(language)[`fault_${fault}_remedy`]?.message);
    }
  }
  assert.deepEqual(Object.keys(locale("de")), Object.keys(locale("en")));
});

test("the day a try is due stands in the counter's text, not on its button", () => {
  /** @type {any} */
  const waiting = {badge: "1/3", text: "1/3 · waiting 3 days · due Mon 9 Nov", title: "t", severity: "info",
    standing: "waiting"};
  assert.equal(buttonOfCounter(waiting, text).label, "1/3 · waiting 3 days");
  const due = {...waiting, text: "1/3 · waiting 8 days · due", standing: "due"};
  assert.equal(buttonOfCounter(due, text).label, due.text);
});
