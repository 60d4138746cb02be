import assert from "node:assert/strict";
import {test} from "node:test";
import {END, partOf, portionsOf, recordsIn, tableOf} from "../src/options/exports.mjs";

const HEADING = {kind: "tact-export", version: 1, at: "2026-11-24T08:00:00Z"};
/** @param {number} number */
const mail = number => ({kind: "mail", mail: {messageId: `m${number}@example.org`}});

test("what is exported page by page is one file, and is read again as it was", () => {
  const pages = [[HEADING, mail(1)], [mail(2), mail(3)], []];
  const file = pages.map((records, at) => partOf(records, at === 0)).join("") + END;
  assert.deepEqual(recordsIn(file), {records: pages.flat()});
  assert.equal(file.split("\n").length, 7);
});

test("an empty ledger is an export too", () => {
  assert.deepEqual(recordsIn(partOf([HEADING], true) + END), {records: [HEADING]});
});

for (const [what, text] of [["no JSON", "From: Anna"], ["another list", "[1, 2]"], ["another object", "{}"],
  ["nothing", ""], ["null", "null"], ["records without a heading", JSON.stringify({records: [mail(1)]})],
  ["no list", JSON.stringify({records: HEADING})]]) {
  test(`${what} is no export of Tact`, () => {
    assert.deepEqual(recordsIn(text), {unreadable: "other"});
  });
}

test("what a newer Tact has made is not guessed at", () => {
  assert.deepEqual(recordsIn(JSON.stringify({records: [{...HEADING, version: 2}]})), {unreadable: "newer"});
});

test("portions fit one event each, by number and by bytes, in order", () => {
  const many = Array.from({length: 1_201}, (_, number) => mail(number));
  assert.deepEqual(portionsOf(many).map(({length}) => length), [500, 500, 201]);
  assert.deepEqual(portionsOf(many).flat(), many);
  const large = Array.from({length: 5}, () => ({kind: "mail", subject: "ä".repeat(700_000)}));
  assert.deepEqual(portionsOf(large).map(({length}) => length), [2, 2, 1]);
  assert.deepEqual(portionsOf([]), []);
});

/** @type {any} */
const ROW = {person: "Anna Berg <Anna@example.org>", name: "Anna Berg", subject: "Bridges", group: "due", tries: 2,
  budget: 3, lastContact: "2026-11-09T09:00:00Z", next: null, advice: "The next try is due."};

test("a table has a line for each follow-up, under names", () => {
  const lines = tableOf([ROW], column => `(${column})`, group => `<${group}>`).split("\r\n");
  assert.equal(lines[0],
    "\ufeff(person),(name),(subject),(group),(tries),(budget),(lastContact),(next),(advice)");
  assert.equal(lines[1], "anna@example.org,Anna Berg,Bridges,<due>,2,3,2026-11-09T09:00:00Z,,The next try is due.");
  assert.deepEqual(lines.slice(2), [""]);
});

test("commas, quotes and line breaks stay in their cell", () => {
  const table = tableOf([{...ROW, name: 'Berg, "Anna"', subject: "a\nb"}], String, String);
  const [, line] = /\r\n(.*)\r\n$/s.exec(table) ?? [];
  assert.ok(line.startsWith('anna@example.org,"Berg, ""Anna""","a\nb",due'));
});

test("a subject that looks like a formula stays a text", () => {
  const table = tableOf([{...ROW, subject: "=HYPERLINK(\"http://x\")"}], String, String);
  assert.match(table, /,"'=HYPERLINK\(""http:\/\/x""\)",/);
  assert.match(tableOf([{...ROW, subject: "-1"}], String, String), /,'-1,/);
});
