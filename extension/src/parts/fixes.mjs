/**
 * Fixes as buttons, each with what it will write.
 */
import {text} from "../texts.mjs";
import {make, makeButton} from "./dom.mjs";

/** @typedef {import("../protocol.mjs").Fix} Fix */

/** What a fix will do, where its label alone does not show it. @type {Record<string, (fix: Fix) => Node[]>} */
const PREVIEWS = {
  "insert-first-mail": ({attribution}) => [make("p", "preview quiet", `${attribution} …`)],
  "replace": ({mark, text: words}) => [make("p", "preview", make("del", "", mark?.quote ?? ""),
    ...(words ? [" ", make("ins", "", words)] : []))],
  "add-sentence": () => [],
  "set-subject": () => [],
  "send-on": () => [],
  "write-to": ({to, text: subject, body}) => [letterOf(to ?? "", subject ?? "", body ?? "")],
};

/**
 * @param {Fix[]} fixes those that this version does not know are left out
 * @param {(fix: Fix) => Promise<unknown>} carryOut
 * @returns {HTMLElement[]} empty when there are none
 */
export function fixesOf(fixes, carryOut) {
  return fixes.filter(({id}) => Object.hasOwn(PREVIEWS, id)).map(fix => {
    const button = makeButton("fix", fix.label, async () => {
      button.disabled = true;
      try {
        await carryOut(fix);
      } finally {
        button.disabled = false;
      }
    });
    button.dataset.key = `fix ${fix.id} ${fix.messageId ?? fix.text ?? fix.day ?? fix.to}`;
    return make("div", "offer", button, ...PREVIEWS[fix.id](fix));
  });
}

/**
 * @param {string} to
 * @param {string} subject
 * @param {string} body
 */
function letterOf(to, subject, body) {
  return make("details", "preview letter", make("summary", "quiet", text("previewShow")),
    make("p", "quiet", text("previewTo", to)), make("p", "quiet", text("previewSubject", subject)),
    make("p", "body", body));
}
