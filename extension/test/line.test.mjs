import assert from "node:assert/strict";
import {test} from "node:test";
import {Line, styleOf} from "../src/line.mjs";
import {UNSET} from "../src/settings.mjs";

/** @type {any} */
const COUNTER = {badge: "2/3", text: "2/3 · waiting 2 days · due Thu 3 Dec", title: "t", severity: "info",
  standing: "waiting"};
const ALWAYS = () => true;

/** @param {{line?: boolean}} [set] */
function setUp(set = {}) {
  /** Sheets of the one tab. @type {string[]} */
  const sheets = [];
  const scripting = {
    insertCSS: async (/** @type {any} */ {css, origin}) => {
      assert.equal(origin, "USER");
      sheets.push(css);
    },
    removeCSS: async (/** @type {any} */ {css}) => void sheets.splice(sheets.indexOf(css), 1),
  };
  const settings = {current: async () => ({...UNSET, ...set})};
  return {line: new Line({api: /** @type {any} */ ({scripting}), settings}), sheets, set};
}

test("a counter is drawn once, and drawn anew when it says something else", async () => {
  const {line, sheets} = setUp();
  line.renewed(3);
  await line.show(3, COUNTER, ALWAYS);
  await line.show(3, COUNTER, ALWAYS);
  assert.equal(sheets.length, 1);
  assert.match(sheets[0], /"2\/3 · waiting 2 days · due Thu 3 Dec"/);
  await line.show(3, {...COUNTER, text: "3/3 · let go"}, ALWAYS);
  assert.equal(sheets.length, 1);
  assert.match(sheets[0], /let go/);
});

test("where nobody was asked, or somebody answered, there is none", async () => {
  const {line, sheets} = setUp();
  line.renewed(3);
  await line.show(3, {...COUNTER, text: null, badge: null, standing: null}, ALWAYS);
  await line.show(3, {...COUNTER, text: "Answered", badge: null, standing: "answered"}, ALWAYS);
  await line.show(3, null, ALWAYS);
  assert.deepEqual(sheets, []);
});

test("switched off it goes from the mail that shows it", async () => {
  const {line, sheets, set} = setUp();
  line.renewed(3);
  await line.show(3, COUNTER, ALWAYS);
  set.line = false;
  await line.show(3, COUNTER, ALWAYS);
  assert.deepEqual(sheets, []);
});

test("what an earlier life of the page has drawn is overruled", async () => {
  const {line, sheets} = setUp({line: false});
  await line.show(3, COUNTER, ALWAYS);
  assert.deepEqual(sheets, ["html::before { content: none !important; }"]);
});

test("a line that comes too late does not stay on the next mail", async () => {
  const {line, sheets} = setUp();
  line.renewed(3);
  let asked = 0;
  await line.show(3, COUNTER, () => ++asked === 1);
  assert.deepEqual(sheets, []);
});

test("each word of it counts more than those of the mail, and none ends the text", () => {
  const style = styleOf({...COUNTER, text: 'a"; } body { display: none } <'});
  assert.doesNotMatch(style.replace(/"[^"]*"/g, ""), /body/);
  const box = /^html::before \{(.*?)\}$/m.exec(style)?.[1] ?? "";
  assert.ok(box.trim().split(";").filter(part => part.trim() !== "").length > 10);
  assert.ok(box.replace(/"[^"]*"/g, "").split(";").filter(part => part.trim() !== "")
    .every(part => part.includes("!important")));
});
