/**
 * The first page: is the host there, what is read and kept, which mail shall be read, and what was found. It shows how
 * things stand whenever it is opened.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {MONTHS} from "../importer.mjs";
import {arrange, element, make} from "../parts/dom.mjs";
import {Settings} from "../settings.mjs";
import {fillTexts, language, text} from "../texts.mjs";
import {counted, notesOf, progressOf, spokenOf} from "./words.mjs";

/** How often is asked how far an import is while it runs, in milliseconds. */
const RUNNING_MS = 500;

/** And while it does not: it may be begun on another page. */
const AT_REST_MS = 3_000;

/** While the host works out what is new to it, it is asked how far it is, in milliseconds. */
const BEHIND_MS = 400;

/** What the user can run where the host is not as it should be. @type {Record<string, string>} */
const COMMANDS = Object.freeze({missing: "bin/tact-install install", broken: "bin/tact-install doctor"});

/**
 * @typedef {import("../importer.mjs").View} View
 * @typedef {import("../folders.mjs").Account} Account
 */

const settings = new Settings(browser.storage);

/** What a screen reader was told last. */
let spoken = "";
/** Whether it was running a moment ago. */
let wasRunning = false;
/** @type {any} */
let timer = null;
/** Counts looks at the findings: an older one gives way. */
let look = 0;

async function checkHost() {
  element("host-said").textContent = text("welcomeChecking");
  /** @type {{welcome: import("../protocol.mjs").Welcome | null,
   *   fault: {name: string, detail: string | null} | null}} */
  const {welcome, fault} = await browser.runtime.sendMessage({type: "host-checked"});
  element("host").className = fault ? "faulty" : "ready";
  element("host-said").textContent = fault ? faultText(fault, text) : text("welcomeHostReady", welcome?.host ?? "");
  element("host-remedy").hidden = !fault;
  if (fault) {
    const command = COMMANDS[fault.name];
    element("host-remedy-text").textContent = command ? text(`welcomeHost_${fault.name}`) : faultRemedy(fault, text);
    const line = /** @type {HTMLElement} */ (element("host-command").parentElement);
    line.hidden = !command;
    element("host-command-text").textContent = text("welcomeCommand");
    element("host-command").textContent = command ?? "";
    element("host-mail").hidden = !command;
  }
  /** @type {HTMLButtonElement} */ (element("start")).disabled = fault !== null;
  return fault === null;
}

async function showAccounts() {
  /** @type {Account[]} */
  const accounts = await browser.runtime.sendMessage({type: "accounts-wanted"});
  const locked = "accountsOff" in await settings.imposed();
  element("accounts").replaceChildren(...accounts.map(account => rowOf(account, locked)));
  element("accounts-said").textContent = locked ? text("optionsImposed") : "";
}

/** @param {Account} account @param {boolean} locked @returns {HTMLElement} */
function rowOf({id, name, identities, isOn}, locked) {
  const box = make("input", "");
  box.type = "checkbox";
  box.value = id;
  box.checked = isOn;
  box.disabled = locked;
  box.addEventListener("change", () => accountSwitched(box));
  const addresses = [...new Set(identities.map(({email}) => email ?? "").filter(email => email !== ""))];
  const label = make("label", "", box, make("span", "", name));
  if (addresses.length > 0) {
    label.append(make("span", "addresses", ...addresses.map(address => make("span", "", address))));
  }
  return make("li", "", label);
}

/** @param {HTMLInputElement} box */
async function accountSwitched(box) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...element("accounts").querySelectorAll("input")]);
  if (!boxes.some(({checked}) => checked)) {
    box.checked = true;
    element("accounts-said").textContent = text("welcomeOneAccount");
    return;
  }
  // Those that are not there just now keep what was set.
  const shown = boxes.map(({value}) => value);
  const {accountsOff} = await settings.current();
  const off = [...accountsOff.filter(id => !shown.includes(id)),
    ...boxes.filter(({checked}) => !checked).map(({value}) => value)];
  await settings.set({accountsOff: off});
  element("accounts-said").textContent = text(box.checked ? "welcomeAccountOn" : "welcomeAccountOff");
}

/** @param {number | null} chosen */
function showMonths(chosen) {
  element("months").querySelector(".choices")?.replaceChildren(...MONTHS.map(months => {
    const radio = make("input", "");
    radio.type = "radio";
    radio.name = "months";
    radio.value = String(months ?? "");
    radio.checked = months === chosen;
    return make("label", "", radio, months === null ? text("welcomeAll") : text("welcomeMonthsOf", String(months)));
  }));
}

/** @returns {number | null} */
function monthsChosen() {
  const radio = /** @type {HTMLInputElement | null} */ (element("months").querySelector("input:checked"));
  return radio?.value ? Number(radio.value) : null;
}

/** @param {View} view */
function showImport(view) {
  const {state, counting, fault} = view;
  const running = state === "running";
  const underWay = running || state === "paused";
  const progress = progressOf(view, text, language);
  element("progress").hidden = state === "none";
  element("progress-title").textContent = progress.title;
  element("progress-mails").textContent = progress.mails;
  element("progress-rate").textContent = progress.rate;
  element("progress-left").textContent = progress.left;
  element("progress-folder").textContent = progress.folder;
  showBar(progress, running && counting);
  arrange(element("notes"), notesOf(view, text, language), note => make("li", "", note));
  element("fault").hidden = !fault;
  element("fault").textContent = fault ? `${faultText(fault, text)} ${text("welcomeWaits")}` : "";
  element("start").hidden = underWay;
  element("start").textContent = text(state === "none" ? "welcomeStart" : "welcomeAgain");
  showButton("pause", running, "resume");
  showButton("resume", state === "paused", "pause");
  element("stop").hidden = !underWay;
  /** @type {HTMLFieldSetElement} */ (element("months")).disabled = underWay;
  const {key, words} = spokenOf(view, text, language);
  if (state !== "none" && key !== spoken) {
    element("spoken").textContent = spoken === "" ? "" : words;
    spoken = key;
  }
}

/**
 * Shows a button or hides it; the focus goes to the one that takes its place.
 *
 * @param {string} id
 * @param {boolean} shown
 * @param {string} instead
 */
function showButton(id, shown, instead) {
  const focused = document.activeElement === element(id);
  element(id).hidden = !shown;
  if (focused && !shown) {
    element(instead).hidden = false;
    element(instead).focus();
  }
}

/** @param {import("./words.mjs").Progress} progress @param {boolean} counting */
function showBar({percent, valueText}, counting) {
  const bar = element("bar");
  const filled = /** @type {HTMLElement} */ (bar.firstElementChild);
  bar.classList.toggle("counting", counting);
  if (percent === null) {
    bar.removeAttribute("aria-valuenow");
    filled.style.removeProperty("inline-size");
  } else {
    bar.setAttribute("aria-valuenow", String(percent));
    filled.style.setProperty("inline-size", `${percent}%`);
  }
  bar.setAttribute("aria-valuetext", valueText);
}

/** What was found, unless the host has more to do with reading. */
async function showFindings() {
  const mine = ++look;
  for (;;) {
    const wanted = {group: null, text: "", sort: "next"};
    const {answer} = await browser.runtime.sendMessage({type: "follow-ups-wanted", wanted, from: 0, limit: 0});
    const insights = await browser.runtime.sendMessage({type: "insights-wanted"});
    if (mine !== look || !answer) {
      return;
    }
    showGroups(answer);
    arrange(element("sentences"), insights.answer?.findings ?? [], sentence => make("li", "", sentence));
    if (answer.behind === 0) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, BEHIND_MS));
  }
}

/** @param {import("../protocol.mjs").FollowUpPage} page */
function showGroups({groups, behind}) {
  const some = groups.filter(({count}) => count > 0);
  element("findings").hidden = false;
  element("behind").hidden = behind === 0;
  element("behind").textContent = counted(text, "followUpsBehind", behind, language);
  element("none").hidden = some.length > 0 || behind > 0;
  arrange(element("groups"), some, ({group, count}) => {
    const key = `group_${group.replaceAll("-", "_")}`;
    return make("li", group, make("span", "count", count.toLocaleString(language)), make("span", "", text(key)),
      make("span", "about", text(`${key}_about`)));
  });
}

/** @param {object} message */
async function steer(message) {
  clearTimeout(timer);
  showImport(await browser.runtime.sendMessage(message));
  await follow();
}

/** Shows how far the import is, again and again. */
async function follow() {
  clearTimeout(timer);
  /** @type {View} */
  const view = await browser.runtime.sendMessage({type: "import-asked"});
  showImport(view);
  const running = view.state === "running";
  if (running) {
    look++;
  } else if (wasRunning) {
    showFindings();
  }
  wasRunning = running;
  clearTimeout(timer);
  timer = setTimeout(follow, running ? RUNNING_MS : AT_REST_MS);
}

/** Comes to the front. @returns {Promise<boolean>} */
async function raise() {
  const {id, windowId} = /** @type {{id: number, windowId: number}} */ (await browser.tabs.getCurrent());
  await browser.tabs.update(id, {active: true});
  await browser.windows.update(windowId, {focused: true});
  return true;
}

fillTexts(document);
document.title = text("welcomeTitle");
browser.runtime.onMessage.addListener(({type}) => (type === "welcome-raised" ? raise() : undefined));
element("host-check").addEventListener("click", checkHost);
element("options").addEventListener("click", () => browser.runtime.openOptionsPage());
element("start").addEventListener("click", () => steer({type: "import-started", months: monthsChosen()}));
element("pause").addEventListener("click", () => steer({type: "import-paused"}));
element("resume").addEventListener("click", () => steer({type: "import-resumed"}));
element("stop").addEventListener("click", () => steer({type: "import-stopped"}));
element("list").addEventListener("click", () => browser.runtime.sendMessage({type: "list-opened"}));

const [first] = await Promise.all([browser.runtime.sendMessage({type: "import-asked"}), showAccounts()]);
showMonths(first.months);
await follow();
if (await checkHost() && first.state !== "none" && first.state !== "running") {
  await showFindings();
}
