/**
 * Who is muted, and an end to it.
 */
import {faultText} from "../annotations.mjs";
import {addressIn} from "../events.mjs";
import {element, make, makeButton} from "../parts/dom.mjs";
import {language, text} from "../texts.mjs";
import {say} from "./changes.mjs";

/** @typedef {import("../protocol.mjs").Muted} Muted */

const day = new Intl.DateTimeFormat(language, {dateStyle: "long"});

/** Asks who is muted, and shows them. */
export async function showMuted() {
  /** @type {import("../records.mjs").Answered<{muted: Muted[]}>} */
  const {answer, fault} = await browser.runtime.sendMessage({type: "muted-wanted"});
  const muted = answer?.muted ?? [];
  element("muted-note").textContent = fault ? faultText(fault, text)
    : text(muted.length === 0 ? "optionsMutedNone" : "optionsMutedNote");
  element("muted").replaceChildren(...muted.map(rowOf));
}

/** @param {Muted} muted */
function rowOf(muted) {
  const {person, scope, subject, since} = muted;
  const what = scope === "person" ? text("optionsMutedPerson") : text("optionsMutedThread", subject ?? "");
  const button = makeButton("plain", text("optionsUnmute"), () => mute(muted, false));
  button.setAttribute("aria-label", text("optionsUnmuteTitle", nameOf(person)));
  return make("li", "",
    make("span", "who", make("span", "", nameOf(person)),
      ...(nameOf(person) === addressIn(person) ? [] : [make("span", "quiet", addressIn(person))]),
      make("span", "quiet", what),
      make("span", "quiet", text("optionsMutedSince", day.format(new Date(since))))),
    button);
}

/** @param {Muted} muted @param {boolean} isMuted */
async function mute(muted, isMuted) {
  /** @type {import("../statements.mjs").Said} */
  const {noted, kept} = await browser.runtime.sendMessage({type: "mute-stated", muted, isMuted});
  const name = nameOf(muted.person);
  const done = noted?.text ?? text(isMuted ? "optionsMutedAgain" : "optionsUnmuted", name);
  say(noted || kept ? done : text("optionsFailed"), noted && !isMuted ? () => mute(muted, true) : null);
  await showMuted();
  // Its own button is gone.
  (isMuted ? element("muted-title") : element("undo")).focus();
}

/** @param {string} mailbox */
function nameOf(mailbox) {
  return mailbox.split("<")[0].trim().replace(/^"|"$/g, "") || addressIn(mailbox);
}
