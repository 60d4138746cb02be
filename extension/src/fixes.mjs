/**
 * The fixes a piece of advice offers. What changes the text is carried out by the compose script, in one undo step.
 */
import {listed} from "./history.mjs";
import {referencesOf} from "./events.mjs";

/** Longest quoted text, in characters: context, not an archive. */
const MAX_QUOTE_CHARS = 20_000;

/** Of the window that says where a draft is kept, in CSS pixels. */
const KEPT_SIZE = Object.freeze({width: 440, height: 230});

/**
 * @typedef {import("./protocol.mjs").Fix} Fix
 * @typedef {{undo: Fix | null}} Done what the panel may offer to take it back, where the editor's own undo does not
 */

/** The editor's undo, or none, takes it back. @type {Done} */
const DONE = Object.freeze({undo: null});

export class Fixes {
  #api;
  #drafts;
  #statements;
  #sendLater;
  #reminders;

  /**
   * @param {object} parts
   * @param {typeof browser} parts.api
   * @param {Pick<import("./drafts.mjs").Drafts, "view">} parts.drafts
   * @param {Pick<import("./statements.mjs").Statements, "state">} parts.statements
   * @param {Pick<import("./sendlater.mjs").SendLater, "headersFor">} parts.sendLater
   * @param {Pick<import("./reminders.mjs").Reminders, "add">} parts.reminders
   */
  constructor({api, drafts, statements, sendLater, reminders}) {
    this.#api = api;
    this.#drafts = drafts;
    this.#statements = statements;
    this.#sendLater = sendLater;
    this.#reminders = reminders;
  }

  /**
   * @param {number} tabId compose tab
   * @param {Fix} fix
   * @returns {Promise<Done | false>} false when nothing was changed
   */
  async apply(tabId, fix) {
    switch (fix.id) {
      case "insert-first-mail":
        return this.#insertFirstMail(tabId, fix);
      case "replace":
        return this.#edit(tabId, {type: "replace-words", mark: fix.mark, text: fix.text});
      case "add-sentence": {
        const {isPlainText} = await this.#api.compose.getComposeDetails(tabId);
        return this.#edit(tabId, {type: "add-sentence", text: fix.text, isPlainText: isPlainText === true});
      }
      case "set-subject":
        return this.#setSubject(tabId, fix);
      case "send-on":
        return this.#sendOn(tabId, /** @type {string} */ (fix.day));
      case "write-to":
        return this.#writeTo(tabId, fix);
      default:
        // Of a later version.
        return false;
    }
  }

  /** @param {number} tabId @param {object} edit @returns {Promise<Done | false>} */
  async #edit(tabId, edit) {
    return await this.#api.tabs.sendMessage(tabId, edit) ? DONE : false;
  }

  /** @param {number} tabId @param {Fix} fix @returns {Promise<Done | false>} */
  async #insertFirstMail(tabId, {messageId, attribution}) {
    const [header] = await listed(this.#api, {headerMessageId: /** @type {string} */ (messageId)});
    if (!header) {
      return false;
    }
    const {isPlainText} = await this.#api.compose.getComposeDetails(tabId);
    const lines = quotable(await this.#textOf(header.id));
    return this.#edit(tabId, {type: "insert-quote", attribution, messageId, lines, isPlainText: isPlainText === true});
  }

  /** @param {number} tabId @param {Fix} fix @returns {Promise<Done>} */
  async #setSubject(tabId, fix) {
    const {subject = ""} = await this.#api.compose.getComposeDetails(tabId);
    await this.#api.compose.setComposeDetails(tabId, {subject: fix.text ?? ""});
    return {undo: {...fix, text: subject}};
  }

  /**
   * Keeps the draft for its day and closes its window. With the Send Later add-on it is sent then; else the user is
   * reminded. A window whose draft cannot be saved stays open.
   *
   * @param {number} tabId
   * @param {string} day
   * @returns {Promise<Done | false>}
   */
  async #sendOn(tabId, day) {
    const {customHeaders = [], ...details} = await this.#api.compose.getComposeDetails(tabId);
    const scheduling = await this.#sendLater.headersFor(day);
    if (scheduling) {
      await this.#api.compose.setComposeDetails(tabId, {customHeaders: [...customHeaders, ...scheduling]});
    }
    /** @type {{messages: {headerMessageId: string}[]}} */
    let saved;
    try {
      saved = /** @type {any} */ (await this.#api.compose.saveMessage(tabId, {mode: "draft"}));
    } catch (error) {
      console.warn(`Tact: the draft cannot be kept: ${error}`);
      if (scheduling) {
        await this.#api.compose.setComposeDetails(tabId, {customHeaders});
      }
      return false;
    }
    const {person = null, name = ""} = (await this.#drafts.view(tabId)).annotation ?? {};
    if (person !== null) {
      const references = await referencesOf(details, this.#api);
      await this.#statements.state({person, references, claim: {kind: "snoozed", until: day}});
    }
    const [draft] = saved.messages;
    if (!scheduling && draft) {
      await this.#reminders.add({day, messageId: draft.headerMessageId, name: name || details.subject || ""});
    }
    await this.#api.tabs.remove(tabId);
    const kept = new URLSearchParams({day, by: scheduling ? "send-later" : "tact"});
    await this.#api.windows.create({
      type: "popup",
      url: this.#api.runtime.getURL(`kept/kept.html?${kept}`),
      allowScriptsToClose: true,
      ...KEPT_SIZE,
    });
    return DONE;
  }

  /** @param {number} tabId @param {Fix} fix @returns {Promise<Done>} */
  async #writeTo(tabId, {to, text, body}) {
    const {identityId} = await this.#api.compose.getComposeDetails(tabId);
    // Both bodies: Thunderbird takes the one that fits how this identity writes.
    await this.#api.compose.beginNew({
      to: [/** @type {string} */ (to)],
      subject: text ?? "",
      body: paragraphs(body ?? ""),
      plainTextBody: body ?? "",
      ...(identityId === undefined ? {} : {identityId}),
    });
    return DONE;
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

/**
 * A text as Thunderbird writes it in HTML: a paragraph for each, found by the empty lines between them.
 *
 * @param {string} text
 * @returns {string} HTML
 */
export function paragraphs(text) {
  const escaped = text.trim().replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
  return escaped.split(/\n\s*\n/).map(paragraph => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`).join("");
}
