import assert from "node:assert/strict";
import {test} from "node:test";
import {emailsIn, phonesIn} from "../src/vcards.mjs";

/** @param {...string} lines */
const card = (...lines) => ["BEGIN:VCARD", "VERSION:4.0", "FN:Anna Berg", ...lines, "END:VCARD"].join("\r\n");

test("mail addresses are read as written, each once", () => {
  assert.deepEqual(emailsIn(card("EMAIL;PREF=1:Anna@Example.org", "i.EMAIL:a@b.org", "EMAIL:a@b.org", "EMAIL:none")),
    ["Anna@Example.org", "a@b.org"]);
});

test("a plain number, and one as a link", () => {
  assert.deepEqual(phonesIn(card("TEL:+49 40 123", "TEL;VALUE=URI:tel:+49-40-456")), ["+49 40 123", "+49-40-456"]);
});

test("the preferred number comes first, in the manner of either version", () => {
  assert.deepEqual(phonesIn(card("TEL;TYPE=work:1", "TEL;PREF=1;TYPE=cell:2")), ["2", "1"]);
  assert.deepEqual(phonesIn(card("TEL;TYPE=work:1", "TEL;TYPE=cell,pref:2")), ["2", "1"]);
});

test("a fax and a pager are nothing to call", () => {
  assert.deepEqual(phonesIn(card("TEL;TYPE=fax:1", 'TEL;TYPE="work,fax":2', "TEL;TYPE=pager:3", "TEL;TYPE=cell:4")),
    ["4"]);
});

test("groups, folded lines, lower case and escapes are read", () => {
  assert.deepEqual(phonesIn(card("item1.tel;type=home:+49 40\r\n  789", 'TEL;X-A="a:b":1\\,2')), ["+49 40 789", "1,2"]);
});

test("a card without a number, or with an empty one, has none", () => {
  assert.deepEqual(phonesIn(card("EMAIL:anna@example.org", "TEL:", "NOTE:TEL:5")), []);
  assert.deepEqual(phonesIn("no card"), []);
});

test("a hostile card is read in a moment", () => {
  const started = Date.now();
  phonesIn(card(`TEL${";a".repeat(50_000)}`, `TEL${';"a"'.repeat(50_000)}:1`, `TEL;${'"'.repeat(50_000)}:1`));
  assert.ok(Date.now() - started < 1_000);
});
