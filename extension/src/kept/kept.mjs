/**
 * Says, once the window of a draft has closed, where the draft is and what happens on its day.
 */
import {fillTexts, language, text} from "../texts.mjs";

const parameters = new URLSearchParams(location.search);
// At noon, so that it is this day in every time zone with changing clocks.
const day = new Date(`${parameters.get("day")}T12:00`);
const format = new Intl.DateTimeFormat(language, {weekday: "long", day: "numeric", month: "long"});

/** @param {string} id @returns {HTMLElement} */
const element = id => /** @type {HTMLElement} */ (document.getElementById(id));

fillTexts(document);
element("title").textContent = text("keptTitle", format.format(day));
element("where").textContent = text(parameters.get("by") === "send-later" ? "keptBySendLater" : "keptByTact");
element("close").addEventListener("click", () => window.close());
element("close").focus();
addEventListener("keydown", ({key}) => {
  if (key === "Escape") {
    window.close();
  }
});
