/**
 * The panel behind the compose button: the advice on this draft, its passages and its fixes. Shows each new annotation
 * while it is open. Everything from mail or host is set as text.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {fillTexts, text} from "../texts.mjs";
import {markOf} from "./marks.mjs";

/** Fixes this version knows how to carry out. */
const KNOWN_FIXES = Object.freeze(["insert-first-mail"]);

/** @typedef {import("../annotations.mjs").View} View */

/** @param {string} id @returns {HTMLElement} */
const element = id => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string} [content]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, className, content = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = content;
  return made;
}

/**
 * @param {View} view
 * @param {number} tabId
 */
function show({annotation, fault}, tabId) {
  element("loading").hidden = true;
  element("fault").hidden = !fault;
  if (fault) {
    element("fault-text").textContent = faultText(fault, text);
    element("fault-remedy").textContent = faultRemedy(fault, text);
  }
  const advice = annotation?.advice ?? [];
  element("empty").hidden = Boolean(fault) || advice.length > 0;
  element("head").hidden = !annotation?.badge;
  if (annotation?.badge) {
    element("label").textContent = annotation.label ?? annotation.badge;
    const {threadStreak, personStreak, name, person} = annotation;
    element("streaks").hidden = threadStreak + personStreak === 0;
    element("streaks").textContent =
      text("panelStreaks", String(threadStreak), String(personStreak), name ?? person ?? "");
  }
  const chosen = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.fix;
  element("advice").replaceChildren(...advice.map((one, at) => {
    const saidBefore = advice.slice(0, at).some(({passage}) => passage === one.passage);
    return adviceItem(one, saidBefore, tabId);
  }));
  if (chosen) {
    fixButtons().find(fix => fix.dataset.fix === chosen)?.focus();
  }
}

/** @returns {HTMLElement[]} */
function fixButtons() {
  return [...document.querySelectorAll(".fix")].filter(button => button instanceof HTMLElement);
}

/**
 * @param {import("../protocol.mjs").Advice} advice
 * @param {boolean} saidBefore whether the panel already shows its passage
 * @param {number} tabId
 */
function adviceItem({severity, text: words, passageText, fixes}, saidBefore, tabId) {
  const item = make("li", `advice ${severity}`);
  const said = make("div", "said");
  said.append(make("p", "", words));
  if (passageText && !saidBefore) {
    said.append(make("blockquote", "passage", passageText));
  }
  const known = fixes.filter(({id}) => KNOWN_FIXES.includes(id));
  if (known.length > 0) {
    const row = make("div", "fixes");
    row.append(...known.map(fix => fixButton(fix, tabId)));
    said.append(row);
  }
  item.append(markOf(severity, text(`severity_${severity}`)), said);
  return item;
}

/**
 * @param {import("../protocol.mjs").Fix} fix
 * @param {number} tabId
 */
function fixButton(fix, tabId) {
  const button = make("button", "fix", fix.label);
  button.dataset.fix = `${fix.id} ${fix.messageId}`;
  button.addEventListener("click", async () => {
    button.disabled = true;
    const done = await browser.runtime.sendMessage({type: "fix-chosen", tabId, fix}).catch(() => false);
    if (done) {
      window.close();
    } else {
      button.disabled = false;
      element("failed").hidden = false;
    }
  });
  return button;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const fixes = fixButtons();
  const at = fixes.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (step && fixes.length > 0) {
    fixes[(at + step + fixes.length) % fixes.length].focus({focusVisible: true});
    event.preventDefault();
  } else if (event.key === "Escape") {
    window.close();
  }
}

fillTexts(document);
addEventListener("keydown", onKey);
const [tab] = await browser.tabs.query({active: true, currentWindow: true});
const tabId = /** @type {number} */ (tab.id);
browser.runtime.onMessage.addListener(message => {
  if (message.type === "view-changed" && message.tabId === tabId) {
    show(message.view, tabId);
  }
  return undefined;
});
show(await browser.runtime.sendMessage({type: "view-asked", tabId}), tabId);
