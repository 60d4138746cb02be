/**
 * The question before a mail goes out. The safe choice has the focus; Esc is the safe choice. While it is open it keeps
 * the event page awake, since Thunderbird locks the compose window until that page has answered.
 */
import {callOf} from "../parts/call.mjs";
import {element, make} from "../parts/dom.mjs";
import {gutCheckOf} from "../parts/gutcheck.mjs";
import {stepFocus} from "../parts/keys.mjs";
import {fillTexts, text} from "../texts.mjs";

/** Well below the shortest life of an idle event page, in milliseconds. */
const ALIVE_MS = 10_000;

/** Room that the window's own frame takes around the page, when it cannot be measured, in pixels. */
const FRAME_PX = 40;

/**
 * @typedef {import("../protocol.mjs").Outcome} Outcome
 * @typedef {import("../protocol.mjs").Claim} Claim
 * @typedef {import("../protocol.mjs").Fix} Fix
 * @typedef {import("../holds.mjs").Question & {tabId: number}} Question
 */

const id = new URLSearchParams(location.search).get("hold") ?? "";

/**
 * @param {Outcome} outcome
 * @param {Fix | null} [fix] what to do to the draft afterwards
 */
function answer(outcome, fix = null) {
  return browser.runtime.sendMessage({type: "hold-answered", id, outcome, fix}).catch(() => window.close());
}

/** @param {Question} question */
function show({hold, tabId, person: address, name}) {
  document.title = hold.title;
  element("title").textContent = hold.title;
  element("why").textContent = hold.text;
  element("passage").textContent = hold.passageText;
  element("history").hidden = hold.tries.length === 0;
  element("tries").replaceChildren(...hold.tries.map(({number, date, subject}) => {
    const shown = make("span", "subject", subject);
    shown.title = subject;
    return make("li", "try", make("span", "number", `${number}.`), make("span", "date", date), shown);
  }));
  element("choices").replaceChildren(...hold.choices.map(choiceButton));
  const {gutCheck, call} = hold;
  if (gutCheck) {
    element("gut-check").replaceChildren(gutCheckOf(gutCheck, {
      say: claim => say(claim, tabId, {address, name}),
      carryOut: fix => answer("keep-writing", fix),
      onGrown: fit,
    }));
  }
  if (call && address !== null) {
    element("call").replaceChildren(callOf(call, {
      prepare: async words => {
        const prepared = await browser.runtime.sendMessage(
          {type: "call-wanted", tabId, person: {address, name}, words}).catch(() => ({call: null, phones: []}));
        element("note").textContent = prepared.call?.script ? text("callNoted") : "";
        return prepared;
      },
      onGrown: fit,
    }));
  }
  element("question").hidden = false;
  /** @type {HTMLElement | null} */ (document.querySelector(".choice.safe"))?.focus({focusVisible: true});
}

/** @param {import("../protocol.mjs").Choice} choice */
function choiceButton({outcome, label, text, safe}) {
  const button = make("button", safe ? "choice safe" : "choice",
    make("span", "label", label), make("span", "text", text));
  button.dataset.outcome = outcome;
  button.addEventListener("click", () => answer(outcome));
  return button;
}

/**
 * A decision is the answer to the question; anything else is only stated.
 *
 * @param {Claim} claim
 * @param {number} tabId
 * @param {{address: string | null, name: string | null}} person
 */
async function say(claim, tabId, person) {
  if (claim.kind === "decided") {
    await answer(/** @type {Outcome} */ (claim.outcome));
  } else if (person.address !== null) {
    const {noted, kept} = await browser.runtime.sendMessage({type: "claim-stated", tabId, person, claim})
      .catch(() => ({noted: null, kept: false}));
    element("note").textContent = noted?.text ?? text(kept ? "saidKept" : "saidNot");
    await fit();
  }
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
  if (!stepFocus(event) && event.key === "Escape") {
    event.preventDefault();
    if (element("question").hidden) {
      window.close();
    } else {
      answer("keep-writing");
    }
  }
}

fillTexts(document);
/** @type {Question | null} */
const question = await browser.runtime.sendMessage({type: "hold-asked", id});
addEventListener("keydown", onKey);
if (question) {
  setInterval(stayOpen, ALIVE_MS);
  show(question);
} else {
  showOver();
}
await fit();
