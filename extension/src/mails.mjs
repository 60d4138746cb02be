/**
 * Mails as the host reads them: RFC 5322, each byte one character.
 */
import {inTime} from "./clock.mjs";
import {MAX_MAILS, MAX_MAILS_BYTES, MAX_RAW_BYTES} from "./protocol.mjs";

/** A mail over this size is not fetched for its text; its header lines are enough to count it. In bytes. */
const MAX_FETCHED_BYTES = 10 * 1024 * 1024;

/** A server may take this long to deliver one mail, in milliseconds. */
const FETCH_MS = 10_000;

/**
 * @typedef {browser.messages.MessageHeader} MessageHeader
 * @typedef {{messages: {getRaw: (id: number, options: {data_format: "BinaryString"}) => Promise<any>}}} Api
 */

/**
 * The raw mail, cut at the protocol's limit.
 *
 * @param {MessageHeader} header
 * @param {Api} api
 * @param {import("./clock.mjs").Clock} clock
 * @returns {Promise<string>}
 * @throws when it cannot be fetched: offline, deleted, too large
 */
export async function fetchRaw(header, api, clock) {
  if ((header.size ?? 0) > MAX_FETCHED_BYTES) {
    throw new RangeError(`${header.size} bytes are too much to read`);
  }
  const raw = await inTime(clock, FETCH_MS, api.messages.getRaw(header.id, {data_format: "BinaryString"}),
    () => new Error("The server does not deliver the mail"));
  return raw.slice(0, MAX_RAW_BYTES);
}

/**
 * The raw mail; one that cannot be fetched is rebuilt, so that it still counts.
 *
 * @param {MessageHeader} header
 * @param {Api} api
 * @param {import("./clock.mjs").Clock} clock
 * @returns {Promise<{raw: string, isWhole: boolean}>} isWhole: false for a rebuilt one
 */
export async function rawOf(header, api, clock) {
  try {
    return {raw: await fetchRaw(header, api, clock), isWhole: true};
  } catch {
    return rebuilt(header);
  }
}

/**
 * A mail as Thunderbird's folder knows it.
 *
 * @param {MessageHeader} header
 * @returns {{raw: string, isWhole: false}}
 */
export function rebuilt(header) {
  const raw = headerBlock({
    messageId: header.headerMessageId,
    date: new Date(header.date),
    from: header.author,
    to: header.recipients,
    cc: header.ccList ?? [],
    subject: header.subject ?? "",
    references: [],
    text: "",
  });
  return {raw, isWhole: false};
}

/**
 * A minimal mail. Subject and text are UTF-8, as RFC 6532 allows in header lines too.
 *
 * @param {{messageId: string, date: Date, from: string, to: string[], cc: string[], subject: string,
 *   references: string[], text: string}} mail
 * @returns {string} one character a byte
 */
export function headerBlock({messageId, date, from, to, cc, subject, references, text}) {
  const lines = [
    `Message-ID: <${messageId}>`,
    `Date: ${date.toUTCString().replace("GMT", "+0000")}`,
    `From: ${from}`,
    ...(to.length > 0 ? [`To: ${to.join(", ")}`] : []),
    ...(cc.length > 0 ? [`Cc: ${cc.join(", ")}`] : []),
    `Subject: ${subject}`,
    ...(references.length > 0 ? [`References: ${references.map(id => `<${id}>`).join(" ")}`] : []),
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  // A line break inside a value would begin a header line of its own.
  const block = lines.map(line => line.replace(/[\r\n]+/g, " ")).join("\r\n");
  return bytes(`${block}\r\n\r\n${text.replace(/\r?\n/g, "\r\n")}`).slice(0, MAX_RAW_BYTES);
}

/**
 * Cuts mails into portions that fit one `mail-observed` each.
 *
 * @param {string[]} raws
 * @returns {string[][]}
 */
export function portions(raws) {
  /** @type {string[][]} */
  const all = [];
  let size = Infinity;
  for (const raw of raws) {
    const rawSize = new TextEncoder().encode(JSON.stringify(raw)).length;
    const current = all[all.length - 1];
    if (current && current.length < MAX_MAILS && size + rawSize <= MAX_MAILS_BYTES) {
      current.push(raw);
      size += rawSize;
    } else {
      all.push([raw]);
      size = rawSize;
    }
  }
  return all;
}

/** @param {string} text @returns {string} its UTF-8, one character a byte */
function bytes(text) {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) {
    binary += String.fromCharCode(byte);
  }
  return binary;
}
