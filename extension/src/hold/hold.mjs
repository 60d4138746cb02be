/**
 * The question before a mail goes out. The safe choice has the focus; Esc is the safe choice. While it is open it keeps
 * the event page awake, since Thunderbird locks the compose window until that page has answered.
 */
import {fillTexts} from "../texts.mjs";

/** Well below the shortest life of an idle event page, in milliseconds. */
const ALIVE_MS = 10_000;

/** Room that the window's own frame takes around the page, when it cannot be measured, in pixels. */
const FRAME_PX = 40;

/** @typedef {import("../protocol.mjs").Outcome} Outcome */

const id = new URLSearchParams(location.search).get("hold") ?? "";

/** @param {string} name @returns {HTMLElement} */
const element = name => /** @type {HTMLElement} */ (document.getElementById(name));

/**
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {string} className
 * @param {string} content
 */
function make(tag, className, content) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = content;
  return made;
}

/** @param {Outcome} outcome */
function answer(outcome) {
  browser.runtime.sendMessage({type: "hold-answered", id, outcome}).catch(() => window.close());
}

/** @param {import("../protocol.mjs").Hold} hold */
function show(hold) {
  document.title = hold.title;
  element("title").textContent = hold.title;
  element("why").textContent = hold.text;
  element("passage").textContent = hold.passageText;
  element("history").hidden = hold.tries.length === 0;
  element("tries").replaceChildren(...hold.tries.map(({number, date, subject}) => {
    const item = make("li", "try", "");
    const shown = make("span", "subject", subject);
    shown.title = subject;
    item.append(make("span", "number", `${number}.`), make("span", "date", date), shown);
    return item;
  }));
  element("choices").replaceChildren(...hold.choices.map(choiceButton));
  element("question").hidden = false;
  /** @type {HTMLElement | null} */ (document.querySelector(".choice.safe"))?.focus({focusVisible: true});
}

/** @param {import("../protocol.mjs").Choice} choice */
function choiceButton({outcome, label, text, safe}) {
  const button = make("button", safe ? "choice safe" : "choice", "");
  button.dataset.outcome = outcome;
  button.append(make("span", "label", label), make("span", "text", text));
  button.addEventListener("click", () => answer(outcome));
  return button;
}

/** The question has been settled without this window. */
function showOver() {
  element("question").hidden = true;
  element("over").hidden = false;
}

/** Keeps the event page awake, and notices when it does not know the question any more. */
async function stayOpen() {
  if (!await browser.runtime.sendMessage({type: "hold-open", id}).catch(() => false)) {
    showOver();
  }
}

/** Makes the window as high as its content. */
async function fit() {
  const {id: windowId, height = 0} = await browser.windows.getCurrent();
  const frame = window.outerHeight > window.innerHeight ? window.outerHeight - window.innerHeight : FRAME_PX;
  const wanted = Math.min(Math.ceil(document.body.getBoundingClientRect().height) + frame, screen.availHeight);
  if (windowId !== undefined && wanted !== height) {
    await browser.windows.update(windowId, {height: wanted});
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (event.key === "Escape") {
    event.preventDefault();
    if (element("question").hidden) {
      window.close();
    } else {
      answer("keep-writing");
    }
  } else if (step) {
    const choices = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".choice")]);
    const at = choices.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    choices[(at + step + choices.length) % choices.length]?.focus({focusVisible: true});
    event.preventDefault();
  }
}

fillTexts(document);
const hold = await browser.runtime.sendMessage({type: "hold-asked", id});
addEventListener("keydown", onKey);
if (hold) {
  setInterval(stayOpen, ALIVE_MS);
  show(hold);
} else {
  showOver();
}
await fit();
