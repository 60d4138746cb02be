/**
 * Files that go out and come in: an export as one JSON object, the follow-ups as a table, and the records of an export
 * that is read again. Pure.
 */
import {addressIn} from "../events.mjs";
import {MAX_RECORDS, MAX_RECORDS_BYTES} from "../protocol.mjs";

/** The first record of an export, and the newest version of it that this one reads. */
const HEADING = "tact-export";
const VERSION = 1;

/** What can be wrong with a file. */
export const Unreadable = Object.freeze({
  /** It is no export of Tact. */
  OTHER: "other",
  /** A newer Tact has made it. */
  NEWER: "newer",
});

/** Columns of the table. */
const COLUMNS = Object.freeze(["person", "name", "subject", "group", "tries", "budget", "lastContact", "next",
  "advice"]);

/** @typedef {import("../protocol.mjs").LedgerRecord} LedgerRecord */

/**
 * One record a line, so that what differs between two exports can be seen line by line.
 *
 * @param {LedgerRecord[]} records
 * @param {boolean} isFirst
 * @returns {string} a part of the file
 */
export function partOf(records, isFirst) {
  const lines = records.map(record => JSON.stringify(record)).join(",\n");
  return isFirst ? `{"records":[\n${lines}` : lines === "" ? "" : `,\n${lines}`;
}

/** What ends the file. */
export const END = "\n]}\n";

/**
 * @param {string} text a file
 * @returns {{records: LedgerRecord[]} | {unreadable: typeof Unreadable[keyof typeof Unreadable]}}
 */
export function recordsIn(text) {
  let records;
  try {
    ({records} = JSON.parse(text));
  } catch {
    return {unreadable: Unreadable.OTHER};
  }
  const [heading] = Array.isArray(records) ? records : [];
  if (heading?.kind !== HEADING || !Number.isInteger(heading.version)) {
    return {unreadable: Unreadable.OTHER};
  }
  return heading.version > VERSION ? {unreadable: Unreadable.NEWER} : {records};
}

/**
 * @param {LedgerRecord[]} records
 * @returns {LedgerRecord[][]} in portions that fit one event each
 */
export function portionsOf(records) {
  /** @type {LedgerRecord[][]} */
  const portions = [];
  let bytes = Infinity;
  for (const record of records) {
    const size = new TextEncoder().encode(JSON.stringify(record)).length + 1;
    const last = portions[portions.length - 1];
    if (last && last.length < MAX_RECORDS && bytes + size <= MAX_RECORDS_BYTES) {
      last.push(record);
      bytes += size;
    } else {
      portions.push([record]);
      bytes = size;
    }
  }
  return portions;
}

/**
 * A table as RFC 4180 has it; with a mark of order at its beginning, so that spreadsheets read UTF-8.
 *
 * @param {import("../protocol.mjs").FollowUp[]} rows
 * @param {(column: string) => string} name what stands over a column
 * @param {(group: string) => string} groupName what a group is called
 * @returns {string}
 */
export function tableOf(rows, name, groupName) {
  const said = rows.map(row => ({...row, person: addressIn(row.person), group: groupName(row.group)}));
  const lines = [COLUMNS.map(name), ...said.map(row => COLUMNS.map(column => /** @type {any} */ (row)[column]))];
  return `\ufeff${lines.map(cells => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * A text that begins like a formula gets an apostrophe: a subject comes from mail, and spreadsheets calculate.
 *
 * @param {unknown} value
 */
function cell(value) {
  const text = String(value ?? "");
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
