/**
 * The fixes a piece of advice offers. Each is carried out by the compose script, in one undo step.
 */
import {listed} from "./history.mjs";

/** Longest quoted text, in characters: context, not an archive. */
const MAX_QUOTE_CHARS = 20_000;

/** @typedef {import("./protocol.mjs").Fix} Fix */

export class Fixes {
  #api;

  /** @param {{api: typeof browser}} parts */
  constructor({api}) {
    this.#api = api;
  }

  /**
   * @param {number} tabId compose tab
   * @param {Fix} fix
   * @returns {Promise<boolean>} whether the draft was changed
   */
  async apply(tabId, fix) {
    if (fix.id !== "insert-first-mail" || !fix.messageId || !fix.attribution) {
      return false;
    }
    const [header] = await listed(this.#api, {headerMessageId: fix.messageId});
    if (!header) {
      return false;
    }
    const {isPlainText} = await this.#api.compose.getComposeDetails(tabId);
    const lines = quotable(await this.#textOf(header.id));
    return this.#api.tabs.sendMessage(tabId, {
      type: "insert-quote",
      attribution: fix.attribution,
      messageId: fix.messageId,
      lines,
      isPlainText: isPlainText === true,
    });
  }

  /**
   * The readable text of a mail; HTML becomes text, since an old mail's markup is nothing to put into a draft.
   *
   * @param {number} id
   * @returns {Promise<string>}
   */
  async #textOf(id) {
    const parts = await this.#api.messages.listInlineTextParts(id);
    const plain = parts.filter(({contentType}) => contentType === "text/plain");
    if (plain.length > 0) {
      return plain.map(({content}) => content).join("\n");
    }
    const html = parts.filter(({contentType}) => contentType === "text/html");
    const texts = await Promise.all(html.map(({content}) => this.#api.messengerUtilities.convertToPlainText(content)));
    return texts.join("\n");
  }
}

/**
 * The lines of a mail worth quoting: without the signature, and without empty lines at either end.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function quotable(text) {
  const lines = text.slice(0, MAX_QUOTE_CHARS).replace(/\r\n?/g, "\n").split("\n");
  const signature = lines.lastIndexOf("-- ");
  const kept = (signature > 0 ? lines.slice(0, signature) : lines).map(line => line.trimEnd());
  while (kept.length > 0 && kept[0] === "") {
    kept.shift();
  }
  while (kept.length > 0 && kept[kept.length - 1] === "") {
    kept.pop();
  }
  return kept;
}
