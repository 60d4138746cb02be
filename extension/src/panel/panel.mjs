/**
 * The panel behind the compose button: the advice on this draft with its passages, fixes and questions, and what the
 * user can say of the person. Shows each new annotation while it is open.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {callOf} from "../parts/call.mjs";
import {claimsOf} from "../parts/claims.mjs";
import {arrange, element, make, makeButton} from "../parts/dom.mjs";
import {fixesOf} from "../parts/fixes.mjs";
import {gutCheckOf} from "../parts/gutcheck.mjs";
import {stepFocus} from "../parts/keys.mjs";
import {noteIn} from "../parts/note.mjs";
import {fillTexts, text} from "../texts.mjs";
import {markOf} from "./marks.mjs";

/**
 * @typedef {import("../annotations.mjs").View} View
 * @typedef {import("../protocol.mjs").Annotation} Annotation
 * @typedef {import("../protocol.mjs").Advice} Advice
 * @typedef {import("../protocol.mjs").Claim} Claim
 * @typedef {import("../protocol.mjs").Fix} Fix
 * @typedef {import("../silenced.mjs").Reach} Reach
 */

const [tab] = await browser.tabs.query({active: true, currentWindow: true});
const tabId = /** @type {number} */ (tab.id);

/** Whom the shown annotation is about. @type {{address: string | null, name: string | null}} */
let person = {address: null, name: null};

/** @param {object} message @returns {Promise<any>} */
const tell = message => browser.runtime.sendMessage({tabId, ...message});

/** @param {View} view */
function show({annotation, fault}) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key;
  element("loading").hidden = true;
  element("fault").hidden = !fault;
  if (fault) {
    element("fault-text").textContent = faultText(fault, text);
    element("fault-remedy").textContent = faultRemedy(fault, text);
  }
  const advice = annotation?.advice ?? [];
  const actions = annotation?.actions ?? [];
  const call = annotation?.call ?? null;
  element("empty").hidden = Boolean(fault) || advice.length > 0;
  person = {address: annotation?.person ?? null, name: annotation?.name ?? null};
  showHead(annotation);
  arrange(element("advice"), advice.map((one, at) => ({
    advice: one,
    saidBefore: advice.slice(0, at).some(({passage}) => passage === one.passage),
  })), adviceItem);
  arrange(element("gut-check"), annotation?.gutCheck ? [annotation.gutCheck] : [],
    check => gutCheckOf(check, {say: state, carryOut}));
  showCall(call);
  arrange(element("actions"), actions.length > 0 ? [actions] : [], all => claimsOf(all, state));
  element("more").hidden = actions.length === 0 && !call;
  if (focused && document.activeElement === document.body) {
    /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-key]")])
      .find(({dataset}) => dataset.key === focused)?.focus();
  }
}

/** @param {Annotation | null} annotation */
function showHead(annotation) {
  element("head").hidden = !annotation?.badge;
  if (annotation?.badge) {
    element("label").textContent = annotation.label ?? annotation.badge;
    const {threadStreak, personStreak, name} = annotation;
    element("streaks").hidden = threadStreak + personStreak === 0;
    element("streaks").textContent =
      text("panelStreaks", String(threadStreak), String(personStreak), name ?? annotation.person ?? "");
  }
}

/** @param {import("../protocol.mjs").Call | null} call */
function showCall(call) {
  const open = element("call").querySelector("[aria-expanded=true]");
  // What the user has typed, or the script made of it, stays while it is open.
  if (!call || !open) {
    arrange(element("call"), call ? [call] : [], one => callOf(one, {prepare: prepareCall}));
  }
}

/** @param {Record<string, string>} words @returns {Promise<import("../parts/call.mjs").Prepared>} */
async function prepareCall(words) {
  const prepared = await tell({type: "call-wanted", person, words}).catch(() => ({call: null, phones: []}));
  const undo = prepared.call?.undo;
  if (undo) {
    note(text("callNoted"), () => state(undo));
  }
  return prepared;
}

/** @param {{advice: Advice, saidBefore: boolean}} shown saidBefore: whether the panel already shows its passage */
function adviceItem({advice, saidBefore}) {
  const {rule, severity, text: words, passage, passageText, optional, fixes, choices, evidence} = advice;
  const said = make("div", "said", make("p", "", words));
  if (passageText && !saidBefore) {
    said.append(make("blockquote", "passage", passageText));
  }
  if (evidence) {
    said.append(evidenceOf(evidence));
  }
  if (choices.length > 0) {
    said.append(claimsOf(choices, state));
  }
  said.append(...fixesOf(fixes, carryOut));
  if (passage === null) {
    const own = make("p", "own quiet", text("panelOwn"));
    own.title = text("panelOwnTitle");
    said.append(own);
  }
  const item = make("li", `advice ${severity}`, markOf(severity, text(`severity_${severity}`)), said);
  if (optional) {
    item.append(...switchOf(rule));
  }
  return item;
}

/** @param {string} messageId @returns {HTMLElement} the sentence, as soon as it has been read from the mail */
function evidenceOf(messageId) {
  const sentence = make("blockquote", "", "\u2026");
  const figure = make("figure", "evidence", make("figcaption", "quiet", text("panelEvidence")), sentence);
  tell({type: "evidence-wanted", messageId}).catch(() => "").then(said => {
    sentence.textContent = said;
    figure.hidden = said === "";
  });
  return figure;
}

/**
 * @param {string} rule
 * @returns {HTMLElement[]} the button, and the two ways it opens
 */
function switchOf(rule) {
  const ways = make("div", "ways");
  ways.hidden = true;
  ways.append(make("span", "quiet", text("switchOff")),
    makeButton("plain", text("switchOffMail"), () => switchRule(rule, "mail", true)),
    makeButton("plain", text("switchOffGood"), () => switchRule(rule, "good", true)));
  const opener = makeButton("dots", "\u22EF", () => {
    ways.hidden = !ways.hidden;
    opener.setAttribute("aria-expanded", String(!ways.hidden));
  });
  opener.title = text("switchOffTitle");
  opener.setAttribute("aria-label", text("switchOffTitle"));
  opener.setAttribute("aria-expanded", "false");
  opener.dataset.key = `switch ${rule}`;
  return [opener, ways];
}

/**
 * @param {string} rule
 * @param {Reach} reach
 * @param {boolean} silent
 */
async function switchRule(rule, reach, silent) {
  try {
    await tell({type: "rule-switched", rule, reach, silent});
    note(text(silent ? `switchedOff_${reach}` : "switchedOn"), silent ? () => switchRule(rule, reach, false) : null);
  } catch {
    note(text("saidNot"));
  }
}

/** @param {Claim} claim */
async function state(claim) {
  if (person.address === null) {
    return;
  }
  const {noted, kept} = await tell({type: "claim-stated", person, claim})
    .catch(() => ({noted: null, kept: false}));
  const undo = noted?.undo ?? null;
  note(noted?.text ?? text(kept ? "saidKept" : "saidNot"), undo && (() => state(undo)));
}

/** @param {Fix} fix */
async function carryOut(fix) {
  const done = await tell({type: "fix-chosen", fix}).catch(() => false);
  if (!done) {
    note(text(fix.id === "insert-first-mail" ? "fixNoMail" : "fixNot"));
  } else if (done.undo) {
    note(text("fixDone"), () => carryOut(done.undo));
  } else {
    window.close();
  }
}

/**
 * Says what came of something, at the foot of the panel.
 *
 * @param {string} words
 * @param {(() => unknown) | null} [undo]
 */
function note(words, undo = null) {
  noteIn(element("note"), words, undo);
  element("note").focus();
}

fillTexts(document);
element("options").addEventListener("click", () => browser.runtime.openOptionsPage().then(() => window.close()));
element("more").addEventListener("toggle", () => element("more").scrollIntoView({block: "nearest"}));
addEventListener("keydown", event => {
  if (!stepFocus(event) && event.key === "Escape") {
    window.close();
  }
});
browser.runtime.onMessage.addListener(message => {
  if (message.type === "view-changed" && message.tabId === tabId) {
    show(message.view);
  }
  return undefined;
});
show(await tell({type: "view-asked"}));
