/**
 * The space of follow-ups: whom a try is owed, whom to leave alone, and what can be done about each.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {date} from "../parts/dates.mjs";
import {element, make} from "../parts/dom.mjs";
import {dotsOf} from "../parts/dots.mjs";
import {noteIn} from "../parts/note.mjs";
import {signOf} from "../parts/timeline.mjs";
import {GROUPS} from "../protocol.mjs";
import {fillTexts, language, text} from "../texts.mjs";
import {List} from "./list.mjs";
import {Menu} from "./menu.mjs";
import {Rows} from "./rows.mjs";
import {View} from "./view.mjs";

/** Typing in the search box that pauses for so long is worth a question, in milliseconds. */
const PAUSE_MS = 150;

/** News comes in bursts: the list is not asked for anew more often, in milliseconds. */
const NEWS_MS = 400;

/** While the host works out what is new to it, it is asked how far it is, in milliseconds. */
const BEHIND_MS = 400;

/** Keys that go through the list, from wherever a click has left the keyboard. */
const WAYS = Object.freeze(["ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"]);

/**
 * @typedef {import("../protocol.mjs").Claim} Claim
 * @typedef {import("../protocol.mjs").FollowUp} FollowUp
 * @typedef {import("../protocol.mjs").Group} Group
 * @typedef {{row: FollowUp, claim: Claim}} Undoable
 */

fillTexts(document);
document.title = text("followUpsTitle");
const search = /** @type {HTMLInputElement} */ (element("search"));
const groupChoice = /** @type {HTMLSelectElement} */ (element("group"));
const sortChoice = /** @type {HTMLSelectElement} */ (element("sort"));

/** What undo takes back. @type {Undoable | null} */
let undoable = null;

/** @type {any} */
let newsTimer = null;
/** @type {any} */
let againTimer = null;
/** @type {any} */
let searchTimer = null;

/** @param {object} message @returns {Promise<any>} */
const tell = message => browser.runtime.sendMessage(message);

const view = new View(browser.storage.local);
await view.read();
const rows = new Rows({
  ask: (wanted, from, limit) => tell({type: "follow-ups-wanted", wanted, from, limit}),
  wanted: {group: null, text: "", sort: view.sort},
  onChanged: show,
});
const does = {open, write, menu: openMenu, toggle, say: (/** @type {FollowUp} */ row, /** @type {Claim} */ claim) =>
  say(row, claim)};
const list = new List({place: element("list"), rows, does, language, isOpen: group => view.isOpen(group, rows.wanted)});
const menu = new Menu(/** @type {HTMLDialogElement} */ (element("menu")), does);

/** Shows what the last answer says. */
function show() {
  const isFirst = element("list").childElementCount === 0;
  showFault();
  element("tools").hidden = rows.groups === null;
  if (rows.groups) {
    showGroups(rows.groups);
    showEmpty(rows.groups);
    list.show();
  }
  clearTimeout(againTimer);
  if (rows.fault) {
    againTimer = setTimeout(refresh, rows.askAgainMs);
  } else if (rows.behind > 0 && rows.isSettled) {
    againTimer = setTimeout(refresh, BEHIND_MS);
  }
  if (isFirst && element("list").childElementCount > 0) {
    markShown();
    if (document.activeElement === document.body) {
      list.focus();
    }
  }
}

/** Notes when the first rows can be seen: the callbacks of a frame run before it is painted. */
function markShown() {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("tact-rows")));
}

function showFault() {
  const {fault, behind} = rows;
  element("fault").hidden = !fault;
  if (fault) {
    element("fault-text").textContent = faultText(fault, text);
    element("fault-remedy").textContent = faultRemedy(fault, text);
  }
  element("behind").hidden = behind === 0 || fault !== null;
  element("behind").textContent = behind === 1
    ? text("followUpsBehindOne") : text("followUpsBehind", behind.toLocaleString(language));
}

/** @param {{group: Group, count: number}[]} groups */
function showGroups(groups) {
  const chosen = rows.wanted.group ?? "";
  const all = groups.reduce((sum, {count}) => sum + count, 0);
  const choices = [{value: "", name: text("followUpsAllGroups"), count: all},
    ...groups.map(({group, count}) => ({value: group, name: text(`group_${group.replaceAll("-", "_")}`), count}))];
  choices.forEach(({value, name, count}, at) => {
    const option = groupChoice.options[at] ?? groupChoice.appendChild(make("option", ""));
    option.value = value;
    option.textContent = `${name} (${count.toLocaleString(language)})`;
  });
  groupChoice.value = chosen;
}

/**
 * Nothing at all, no hit, or nothing due: each with a word of its own.
 *
 * @param {{group: Group, count: number}[]} groups
 */
function showEmpty(groups) {
  const {group, text: words} = rows.wanted;
  const shown = groups.filter(one => group === null || one.group === group);
  const isEmpty = shown.every(({count}) => count === 0) && rows.behind === 0;
  const isPlain = group === null && words === "";
  element("nothing").hidden = !isEmpty || !isPlain;
  element("tools").hidden = isEmpty && isPlain;
  element("no-hit").hidden = !isEmpty || isPlain;
  element("no-hit-title").textContent = words === ""
    ? text("followUpsNoneInGroup") : text("followUpsNoHit", words);
  element("list").hidden = isEmpty;
  const next = groups.some(one => one.group === "waiting" && one.count > 0) ? firstWaiting() : null;
  element("none-due").hidden = isEmpty || !isPlain || rows.due > 0;
  element("none-due").textContent = next === null
    ? text("followUpsNoneDue") : text("followUpsNoneDueNext", date(next.day, new Date(), language), next.name);
}

/** @returns {{day: string, name: string} | null} whose follow-up is due next, where that is known */
function firstWaiting() {
  const row = rows.wanted.sort === "next" ? rows.at(0) : null;
  return row?.group === "waiting" && row.next ? {day: row.next, name: row.name} : null;
}

function refresh() {
  clearTimeout(newsTimer);
  newsTimer = null;
  rows.refresh();
}

/** @param {Partial<import("../events.mjs").Wanted>} changes */
function want(changes) {
  view.forgetSearch();
  list.reset();
  rows.want({...rows.wanted, ...changes});
}

/** @param {Group} group */
function toggle(group) {
  view.toggle(group, rows.wanted);
  list.show();
}

/** @param {FollowUp} row */
async function open({messageId}) {
  if (!await tell({type: "mail-opened", messageId}).catch(() => false)) {
    note(text("followUpsMailGone"));
  }
}

/** @param {FollowUp} row */
async function write({messageId}) {
  if (!await tell({type: "follow-up-begun", messageId}).catch(() => false)) {
    note(text("followUpsMailGone"));
  }
}

/**
 * @param {FollowUp} row
 * @param {Claim} claim
 */
async function say(row, claim) {
  const {person, messageId} = row;
  const {noted, kept} = await tell({type: "follow-up-stated", stated: {person, messageId, claim}})
    .catch(() => ({noted: null, kept: false}));
  undoable = noted?.undo ? {row, claim: noted.undo} : null;
  note(noted?.text ?? text(kept ? "saidKept" : "saidNot"), undoable && undo);
}

function undo() {
  if (undoable) {
    const {row, claim} = undoable;
    say(row, claim);
  } else {
    note(text("followUpsNoUndo"));
  }
}

/** @param {FollowUp} row */
function openMenu(row) {
  menu.open(row);
}

/**
 * @param {string} words
 * @param {(() => unknown) | null} [back]
 */
function note(words, back = null) {
  const held = element("note").contains(document.activeElement);
  noteIn(element("note"), words, back);
  if (held) {
    list.focus();
  }
}

/** Says what this kind of claim is on a row, or asks for its fields. @param {string} kind */
function sayKind(kind) {
  const {row} = list;
  const action = row?.actions.find(({claim}) => claim.kind === kind);
  if (!row) {
    return;
  }
  if (!action) {
    note(text("followUpsNoSuch"));
  } else if (action.fields.length > 0) {
    menu.open(row, action.claim);
  } else {
    say(row, action.claim);
  }
}

/** By the letter that stands on the sheet of keys. @type {Record<string, () => unknown>} */
const letters = {
  w: () => list.row && write(list.row),
  s: () => sayKind("snoozed"),
  l: () => sayKind("decided"),
  e: () => sayKind("answered-elsewhere"),
  m: () => sayKind("muted"),
  z: undo,
};

/** @param {KeyboardEvent} event */
function pressed(event) {
  const isTyping = event.target instanceof Element && event.target.matches("input, textarea, select");
  const isFind = event.key.toLowerCase() === "f" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (event.target === document.body && WAYS.includes(event.key)) {
    event.preventDefault();
    list.focus();
  } else if (isFind || event.key === "/" && !isTyping) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (isTyping || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  } else if (event.key === "?") {
    event.preventDefault();
    showKeys();
  } else if (event.key === "ContextMenu" || event.key === "F10" && event.shiftKey) {
    event.preventDefault();
    if (list.row) {
      openMenu(list.row);
    }
  } else if (Object.hasOwn(letters, event.key.toLowerCase()) && !event.repeat) {
    event.preventDefault();
    letters[event.key.toLowerCase()]();
  }
}

function showKeys() {
  /** @type {HTMLDialogElement} */ (element("keys")).showModal();
}

/** The sheet of keys: each with what it does. */
function fillKeys() {
  const sheet = /** @type {HTMLElement} */ (element("keys").querySelector("dl"));
  const letter = (/** @type {string} */ name) => [text("keys_letter", name)];
  /** @type {[string[], string][]} */
  const entries = [[["↑", "↓"], "move"], [["←", "→"], "fold"], [[text("keys_enter")], "open"], [letter("W"), "write"],
    [letter("S"), "snooze"], [letter("L"), "letGo"], [letter("E"), "elsewhere"], [letter("M"), "mute"],
    [[text("keys_space")], "menu"], [letter("Z"), "undo"], [["/"], "search"], [["?"], "keys"]];
  sheet.replaceChildren(...entries.flatMap(([keys, what]) =>
    [make("dt", "", ...keys.map(key => make("kbd", "", key))), make("dd", "", text(`keys_${what}`))]));
}

/** What Tact will show, once there is something. */
function fillExamples() {
  element("examples").replaceChildren(
    make("li", "", make("span", "sign", dotsOf(2, 3, text("exampleDotsName"))), text("exampleDots")),
    make("li", "", make("span", "sign", signOf("try"), signOf("answer"), signOf("meeting")), text("exampleTimeline")),
    make("li", "", make("span", "sign badge", "3"), text("exampleBadge")));
}

search.setAttribute("aria-label", text("followUpsSearch"));
search.placeholder = text("followUpsSearchIn");
element("list").setAttribute("aria-label", text("followUpsTitle"));
sortChoice.value = view.sort;
fillKeys();
fillExamples();
search.addEventListener("input", () => {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => want({text: search.value.trim()}), PAUSE_MS);
});
search.addEventListener("keydown", event => {
  if (event.key === "Escape" && search.value !== "") {
    event.preventDefault();
    search.value = "";
    want({text: ""});
  } else if (["Escape", "ArrowDown", "Enter"].includes(event.key)) {
    event.preventDefault();
    list.focus();
  }
});
groupChoice.addEventListener("change", () => {
  want({group: GROUPS.find(group => group === groupChoice.value) ?? null});
});
sortChoice.addEventListener("change", () => {
  view.sort = /** @type {import("../events.mjs").Wanted["sort"]} */ (sortChoice.value);
  want({sort: view.sort});
});
element("clear").addEventListener("click", () => {
  search.value = "";
  want({group: null, text: ""});
  search.focus();
});
element("show-keys").addEventListener("click", showKeys);
addEventListener("keydown", event => {
  if (!event.defaultPrevented && !document.querySelector("dialog[open]")) {
    pressed(event);
  }
});
browser.runtime.onMessage.addListener(message => {
  if (message.type === "follow-ups-changed") {
    newsTimer ??= setTimeout(refresh, NEWS_MS);
  }
  return undefined;
});
rows.refresh();
