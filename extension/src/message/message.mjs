/**
 * The card behind a displayed mail's button: its counter in words.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {fillTexts, text} from "../texts.mjs";

fillTexts(document);
const [tab] = await browser.tabs.query({active: true, currentWindow: true});
/** @type {import("../displayed.mjs").View} */
const {counter, fault} = await browser.runtime.sendMessage({type: "counter-asked", tabId: tab.id});
const [head, body] = fault
  ? [faultText(fault, text), faultRemedy(fault, text)]
  : [counter?.text ?? "", counter?.title ?? text("messageEmpty")];
/** @type {HTMLElement} */ (document.getElementById("text")).textContent = head;
/** @type {HTMLElement} */ (document.getElementById("title")).textContent = body;
addEventListener("keydown", ({key}) => {
  if (key === "Escape") {
    window.close();
  }
});
