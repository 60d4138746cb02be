/**
 * What the user says and asks in the panel about one draft, and what comes of it.
 */
import {callAsked, evidenceAsked, referencesOf} from "./events.mjs";
import {listed} from "./history.mjs";
import {fetchRaw} from "./mails.mjs";
import {phonesOf} from "./phone.mjs";

/** The host has this long to answer, in milliseconds. */
const ANSWER_MS = 2_000;

/** Sentences remembered, of the mails last asked about: the panel asks again with each annotation. */
const MAX_SENTENCES = 50;

/**
 * @typedef {import("./statements.mjs").Said} Said
 * @typedef {import("./parts/call.mjs").Prepared} Prepared
 * @typedef {{address: string, name: string | null}} Person
 */

export class Dialogue {
  #host;
  #statements;
  #drafts;
  #api;
  #clock;
  /** The deciding sentence by Message-ID. @type {Map<string, Promise<string>>} */
  #sentences = new Map();

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request">} parts.host
   * @param {Pick<import("./statements.mjs").Statements, "say">} parts.statements
   * @param {Pick<import("./drafts.mjs").Drafts, "refresh">} parts.drafts
   * @param {typeof browser} parts.api
   * @param {import("./clock.mjs").Clock} parts.clock
   */
  constructor({host, statements, drafts, api, clock}) {
    this.#host = host;
    this.#statements = statements;
    this.#drafts = drafts;
    this.#api = api;
    this.#clock = clock;
  }

  /**
   * States a claim, and has the draft looked at anew.
   *
   * @param {number} tabId compose tab
   * @param {Person} person whom it is about
   * @param {import("./protocol.mjs").Claim} claim
   * @returns {Promise<Said>}
   */
  async state(tabId, person, claim) {
    const references = await this.#references(tabId);
    const said = await this.#statements.say({person: mailboxOf(person), references, claim});
    await this.#drafts.refresh(tabId, {force: true});
    return said;
  }

  /**
   * The sentence of a mail that decided what it means. It is read from the mail once more, since nothing of a mail's
   * words is kept.
   *
   * @param {string} messageId
   * @returns {Promise<string>} empty when there is none, or the mail cannot be read
   */
  evidence(messageId) {
    const known = this.#sentences.get(messageId) ?? this.#readEvidence(messageId).catch(error => {
      this.#sentences.delete(messageId);
      console.warn(`Tact: evidence: ${error}`);
      return "";
    });
    this.#sentences.delete(messageId);
    this.#sentences.set(messageId, known);
    if (this.#sentences.size > MAX_SENTENCES) {
      this.#sentences.delete(/** @type {string} */ (this.#sentences.keys().next().value));
    }
    return known;
  }

  /** @param {string} messageId */
  async #readEvidence(messageId) {
    const [header] = await listed(this.#api, {headerMessageId: messageId});
    if (!header) {
      throw new Error("the mail is not in Thunderbird any more");
    }
    const raw = await fetchRaw(header, this.#api, this.#clock);
    const {sentence} = await this.#host.request(evidenceAsked(raw), {timeoutMs: ANSWER_MS});
    return sentence;
  }

  /**
   * Prepares a phone call. A deadline the host accepts is stated by that.
   *
   * @param {number} tabId compose tab
   * @param {Person} person
   * @param {Record<string, string>} words deadline, reason, introduction, request
   * @returns {Promise<Prepared>}
   */
  async call(tabId, person, {deadline, reason, introduction, request}) {
    const references = await this.#references(tabId);
    const asked = callAsked({person: mailboxOf(person), references, deadline, reason, introduction, request});
    try {
      const call = await this.#host.request(asked, {timeoutMs: ANSWER_MS});
      if (!call.script) {
        return {call, phones: []};
      }
      await this.#drafts.refresh(tabId, {force: true});
      return {call, phones: await phonesOf(person.address, this.#api.addressBooks.contacts)};
    } catch (error) {
      console.warn(`Tact: call helper: ${error}`);
      return {call: null, phones: []};
    }
  }

  /** @param {number} tabId @returns {Promise<string[]>} */
  async #references(tabId) {
    return referencesOf(await this.#api.compose.getComposeDetails(tabId), this.#api);
  }
}

/** @param {Person} person */
function mailboxOf({address, name}) {
  return name === null ? address : `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}
