/**
 * What became of the user's tries: each picture with its counts and a table behind it. Where too few cases stand behind
 * a number, it says so in place of the number.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {arrange, element, make} from "../parts/dom.mjs";
import {columnsOf} from "../parts/plots.mjs";
import {fillTexts, language, text} from "../texts.mjs";
import {plotsOf} from "./plots.mjs";

/** News comes in bursts: the figures are not asked for anew more often, in milliseconds. */
const NEWS_MS = 1_000;

/** While the host works out what is new to it, it is asked how far it is, in milliseconds. */
const BEHIND_MS = 400;

/**
 * @typedef {import("../protocol.mjs").Insights} Insights
 * @typedef {import("./plots.mjs").Plot} Plot
 */

fillTexts(document);
document.title = text("insightsTitle");

/** @type {any} */
let timer = null;

async function show() {
  clearTimeout(timer);
  timer = null;
  /** @type {import("../followups.mjs").Answered<Insights>} */
  const {answer, fault, askAgainMs} = await browser.runtime.sendMessage({type: "insights-wanted"});
  element("fault").hidden = !fault;
  if (fault) {
    element("fault-text").textContent = faultText(fault, text);
    element("fault-remedy").textContent = faultRemedy(fault, text);
    again(askAgainMs);
  }
  if (answer) {
    showInsights(answer);
  }
}

/** @param {number} ms */
function again(ms) {
  timer ??= setTimeout(show, ms);
}

/** @param {Insights} insights */
function showInsights(insights) {
  const {cases, least, findings, behind} = insights;
  element("behind").hidden = behind === 0;
  element("behind").textContent = behind === 1
    ? text("followUpsBehindOne") : text("followUpsBehind", behind.toLocaleString(language));
  if (behind > 0) {
    again(BEHIND_MS);
  }
  element("lead").textContent = cases === 1 ? text("insightsLeadOne", String(least))
    : text("insightsLead", cases.toLocaleString(language), String(least));
  element("nothing").hidden = cases > 0 || behind > 0;
  arrange(element("findings"), findings, finding => make("li", "", finding));
  arrange(element("plots"), cases > 0 ? plotsOf(insights, {text, language}) : [], sectionOf);
}

/** @param {Plot} plot @returns {HTMLElement} */
function sectionOf({id, title, about, few, columns, top, head, table}) {
  const heading = make("h2", "", title);
  heading.id = `${id}-title`;
  const section = make("section", "plot", heading,
    ...(about ? [make("p", "", about)] : []),
    few ? make("p", "few", few) : columnsOf(title, columns, top),
    make("details", "", make("summary", "", text("insightsTable")), tableOf(title, head, table)));
  section.setAttribute("aria-labelledby", heading.id);
  return section;
}

/**
 * @param {string} name
 * @param {string[]} head
 * @param {string[][]} lines
 */
function tableOf(name, head, lines) {
  const table = make("table", "", make("thead", "", make("tr", "", ...head.map(words => headCell("col", words)))),
    make("tbody", "", ...lines.map(([first, ...rest]) =>
      make("tr", "", headCell("row", first), ...rest.map(words => make("td", "", words))))));
  table.setAttribute("aria-label", name);
  return table;
}

/** @param {"col" | "row"} scope @param {string} words */
function headCell(scope, words) {
  const cell = make("th", "", words);
  cell.scope = scope;
  return cell;
}

browser.runtime.onMessage.addListener(message => {
  if (message.type === "follow-ups-changed") {
    again(NEWS_MS);
  }
  return undefined;
});
await show();
