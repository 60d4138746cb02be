/**
 * The card behind a displayed mail's button: its counter in words, and where to go from it.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {element} from "../parts/dom.mjs";
import {fillTexts, text} from "../texts.mjs";

fillTexts(document);
const [tab] = await browser.tabs.query({active: true, currentWindow: true});
/** @type {Awaited<ReturnType<import("../displayed.mjs").Displayed["view"]>>} */
const {counter, fault, write} = await browser.runtime.sendMessage({type: "counter-asked", tabId: tab.id});
const [head, body] = fault
  ? [faultText(fault, text), faultRemedy(fault, text)]
  : [counter?.text ?? "", counter?.title ?? text("messageEmpty")];
element("text").textContent = head;
element("title").textContent = body;
element("write").hidden = !write;
element("write").addEventListener("click", () => leave({type: "follow-up-begun", messageId: write}));
element("list").addEventListener("click", () => leave({type: "space-wanted"}));

/** Says what was chosen, and closes. @param {object} message */
async function leave(message) {
  await browser.runtime.sendMessage(message);
  window.close();
}

addEventListener("keydown", ({key}) => {
  if (key === "Escape") {
    window.close();
  }
});
