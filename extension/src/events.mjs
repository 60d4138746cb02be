/**
 * Thunderbird's objects -> events of the protocol. The functions that build are pure; those that must look something
 * up take the API they need.
 */
import {MAX_TEXT_CHARS, PROTOCOLS} from "./protocol.mjs";

/**
 * @typedef {import("./protocol.mjs").Event} Event
 * @typedef {{from: string, to: string[], cc: string[], bcc: string[], subject: string, references: string[],
 *   text: string, attached: string[], silenced: string[]}} Draft
 * @typedef {browser.messages.MessageHeader} MessageHeader
 */

/**
 * @param {{version: string, language: string, timeZone: string, me: string[],
 *   settings: import("./settings.mjs").HostSettings}} who
 * @returns {Event}
 */
export const hello = ({version, language, timeZone, me, settings}) =>
  ({type: "hello", extension: version, protocols: [...PROTOCOLS], language, timeZone, me, settings});

/** @param {string | null} country whose regions are to be named @returns {Event} */
export const optionsAsked = country => ({type: "options-asked", country});

/** @param {Draft} draft @param {boolean} looking whether history is still being read @returns {Event} */
export const draftChanged = (draft, looking) => ({type: "draft-changed", draft, looking});

/** @param {Draft} draft @returns {Event} */
export const sendRequested = draft => ({type: "send-requested", draft});

/** @param {string[]} raws mails as raw text, one character a byte @returns {Event} */
export const mailObserved = raws => ({type: "mail-observed", mails: raws.map(raw => ({raw}))});

/** @param {string[]} people mailboxes @returns {Event} */
export const historyAsked = people => ({type: "history-asked", people});

/** @param {string[]} messageIds without angle brackets @returns {Event} */
export const mailsListed = messageIds => ({type: "mails-listed", messageIds});

/** @param {import("./protocol.mjs").Search[]} searches @returns {Event} */
export const historyRead = searches =>
  ({type: "history-read", searches: searches.map(({kind, term, since}) => ({kind, term, since}))});

/** @param {{id: string, addresses: string[]}[]} cards of the address book @returns {Event} */
export const cardsRead = cards => ({type: "cards-read", cards});

/** @param {string} messageId without angle brackets @returns {Event} */
export const messageDisplayed = messageId => ({type: "message-displayed", messageId});

/**
 * @param {string} person address
 * @param {string[]} references of the draft or thread it is about
 * @param {import("./protocol.mjs").Claim} claim
 * @returns {Event}
 */
export const stated = (person, references, claim) => ({type: "stated", person, references, claim});

/**
 * @typedef {{person: string, references: string[], deadline: string, reason: string, introduction: string,
 *   request: string}} CallAsked person: a mailbox; deadline: a day; the rest in the user's words
 */

/** @param {CallAsked} call @returns {Event} */
export const callAsked = ({person, references, deadline, reason, introduction, request}) =>
  ({type: "call-asked", person, references, deadline, reason, introduction, request});

/** @param {string} raw a mail, one character a byte @returns {Event} */
export const evidenceAsked = raw => ({type: "evidence-asked", mail: {raw}});

/**
 * @typedef {{group: import("./protocol.mjs").Group | null, text: string,
 *   sort: "next" | "last-contact" | "person"}} Wanted which follow-ups: of all groups with null; text: words that
 *   person, address or subject contain, empty for all
 */

/** @param {Wanted} wanted @param {number} from @param {number} limit @returns {Event} */
export const followUpsAsked = ({group, text, sort}, from, limit) =>
  ({type: "follow-ups-asked", group, text, sort, from, limit});

/** @returns {Event} */
export const insightsAsked = () => ({type: "insights-asked"});

/** @param {number} from offset @param {number} limit @returns {Event} */
export const marksAsked = (from, limit) => ({type: "marks-asked", from, limit});

/** @returns {Event} */
export const mutedAsked = () => ({type: "muted-asked"});

/** @param {string} person mailbox @returns {Event} */
export const forgetAsked = person => ({type: "forget-asked", person});

/** @returns {Event} */
export const eraseAsked = () => ({type: "erase-asked"});

/** @param {string | null} from cursor of the page before, null for the first @returns {Event} */
export const exportAsked = from => ({type: "export-asked", from});

/** @param {object[]} records as an export has them @returns {Event} */
export const recordsImported = records => ({type: "records-imported", records});

/**
 * The addresses of all identities of all accounts.
 *
 * @param {{identities: {list: () => Promise<{email?: string}[]>}}} api
 * @returns {Promise<string[]>} lower case, each once, in Thunderbird's order
 */
export async function myAddresses(api) {
  const identities = await api.identities.list();
  return [...new Set(identities.map(({email}) => (email ?? "").trim().toLowerCase()).filter(email => email !== ""))];
}

/**
 * The draft as the host wants to see it.
 *
 * @param {browser.compose.ComposeDetails} details
 * @param {string[]} references see `referencesOf`
 * @param {string[]} [attached] Message-IDs of mails attached to it
 * @param {string[]} [silenced] ids of rules that are switched off for it
 * @returns {Draft}
 */
export function draftOf(details, references, attached = [], silenced = []) {
  return {
    from: mailboxesOf(details.from)[0] ?? "",
    to: mailboxesOf(details.to),
    cc: mailboxesOf(details.cc),
    bcc: mailboxesOf(details.bcc),
    subject: details.subject ?? "",
    references,
    text: (details.plainTextBody ?? "").slice(0, MAX_TEXT_CHARS),
    attached,
    silenced,
  };
}

/**
 * The draft with what is not in its details: what it answers, the mails attached to it, the rules switched off for it.
 *
 * @param {number} tabId compose tab
 * @param {browser.compose.ComposeDetails} details
 * @param {object} parts
 * @param {Parameters<typeof referencesOf>[1]} parts.api
 * @param {Pick<import("./attachments.mjs").Attachments, "mails">} parts.attachments
 * @param {Pick<import("./silenced.mjs").Silenced, "of">} parts.silenced
 * @returns {Promise<Draft>}
 */
export async function wholeDraftOf(tabId, details, {api, attachments, silenced}) {
  const [references, attached, off] = await Promise.all([
    referencesOf(details, api),
    attachments.mails(tabId),
    silenced.of(tabId),
  ]);
  return draftOf(details, references, attached, off);
}

/**
 * The Message-IDs a draft answers or continues. Thunderbird names the related mail for a reply, a forward and a
 * reopened draft of either; a reopened new mail is related to its own draft, and "edit as new" is of type "new".
 *
 * @param {browser.compose.ComposeDetails} details
 * @param {{messages: {get: (id: number) => Promise<MessageHeader>,
 *   getHeaders: (id: number) => Promise<Record<string, string[]>>}}} api
 * @returns {Promise<string[]>}
 */
export async function referencesOf({type, relatedMessageId}, api) {
  if (relatedMessageId === undefined || !["reply", "forward", "draft"].includes(/** @type {string} */ (type))) {
    return [];
  }
  try {
    const related = await api.messages.get(relatedMessageId);
    if (!isUnfinished(related.folder)) {
      return [related.headerMessageId];
    }
    // The draft itself: what it answers stands in its headers when the original is not at hand.
    const headers = await api.messages.getHeaders(relatedMessageId);
    return messageIdsIn(headers["in-reply-to"]?.[0] ?? "").slice(-1);
  } catch {
    // The related mail has been deleted meanwhile.
    return [];
  }
}

/**
 * The people a draft asks: the To: recipients.
 *
 * @param {browser.compose.ComposeDetails} details
 * @returns {string[]} mailboxes
 */
export function peopleAsked(details) {
  return mailboxesOf(details.to);
}

/**
 * The people a displayed mail is about: who wrote it, or whom I wrote to.
 *
 * @param {MessageHeader} header
 * @param {string[]} me
 * @returns {string[]} mailboxes
 */
export function peopleOf(header, me) {
  return isMine(header, me) ? mailboxesOf(header.recipients) : mailboxesOf(header.author);
}

/** @param {MessageHeader} header @param {string[]} me @returns {boolean} whether I wrote it */
export function isMine({author}, me) {
  return mailboxesOf(author).some(mailbox => me.includes(addressIn(mailbox)));
}

/**
 * @param {string} mailbox
 * @returns {string} its address, lower case
 */
export function addressIn(mailbox) {
  const inBrackets = /<([^<>]*)>[^<>]*$/.exec(mailbox);
  return (inBrackets ? inBrackets[1] : mailbox).trim().toLowerCase();
}

/** @param {string} mailbox @returns {boolean} whether it holds an address */
export function hasAddress(mailbox) {
  return /^[^\s@<>]+@[^\s@<>]+$/.test(addressIn(mailbox));
}

/**
 * Whether what lies in a folder is not a mail yet, or not one to count: drafts, templates, what waits to be sent,
 * junk, trash.
 *
 * @param {{specialUse?: string[]} | undefined} folder
 */
export function isLeftOut(folder) {
  return ["drafts", "templates", "outbox", "junk", "trash"].some(use => folder?.specialUse?.includes(use));
}

/** @param {{specialUse?: string[]} | undefined} folder */
function isUnfinished(folder) {
  return ["drafts", "templates", "outbox"].some(use => folder?.specialUse?.includes(use));
}

/**
 * @param {unknown} recipients a recipient or a list of them, as ComposeDetails and MessageHeader have it
 * @returns {string[]} those that hold an address: half-typed names and contact lists have none
 */
function mailboxesOf(recipients) {
  const all = Array.isArray(recipients) ? recipients : [recipients];
  return all.filter(recipient => typeof recipient === "string" && hasAddress(recipient));
}

/** @param {string} header */
function messageIdsIn(header) {
  return [...header.matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id);
}
