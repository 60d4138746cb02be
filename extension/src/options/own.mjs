/**
 * The settings of the extension's own: language, what is shown where, the reminder, accounts.
 */
import {systemClock} from "../clock.mjs";
import {MailFolders} from "../folders.mjs";
import {element, make} from "../parts/dom.mjs";
import {LANGUAGES, UNSET} from "../settings.mjs";
import {PERMISSIONS} from "../tagging.mjs";
import {text} from "../texts.mjs";
import {keep, keepAndReload, say, settings} from "./changes.mjs";
import {lock} from "./lock.mjs";

/** @typedef {import("../settings.mjs").SettingsValues} SettingsValues */

/** All that is needed to tag. @type {any} */
const TAGGING = {permissions: [...PERMISSIONS]};

/** @param {string} id @returns {HTMLInputElement} */
const input = id => /** @type {HTMLInputElement} */ (element(id));

/** @param {SettingsValues} current @param {Partial<SettingsValues>} imposed */
export async function showOwn(current, imposed) {
  showLanguages(current, "language" in imposed);
  for (const name of /** @type {const} */ (["lens", "line", "tags"])) {
    input(name).checked = current[name];
    lock(input(name), name in imposed);
  }
  element("tags-allow").hidden = !current.tags || await browser.permissions.contains(TAGGING);
  input("remind").checked = current.reminderTime !== null;
  input("reminderTime").value = current.reminderTime ?? String(UNSET.reminderTime);
  lock(input("remind"), "reminderTime" in imposed);
  input("reminderTime").disabled = "reminderTime" in imposed || current.reminderTime === null;
  await showAccounts("accountsOff" in imposed);
}

/** Has the controls do something; once. */
export function startOwn() {
  element("language").addEventListener("change", () =>
    keepAndReload({language: /** @type {any} */ (input("language").value || null)}));
  for (const name of /** @type {const} */ (["lens", "line"])) {
    input(name).addEventListener("change", () => keep({[name]: input(name).checked}));
  }
  input("tags").addEventListener("change", () => switchTags(input("tags").checked));
  element("tags-allow").addEventListener("click", () => switchTags(true));
  input("remind").addEventListener("change", async () => {
    const isOn = input("remind").checked;
    input("reminderTime").disabled = !isOn;
    await keep({reminderTime: isOn ? input("reminderTime").value : null});
  });
  input("reminderTime").addEventListener("change", () => {
    if (input("reminderTime").validity.valid) {
      keep({reminderTime: input("reminderTime").value});
    }
  });
}

/**
 * Thunderbird asks the user before Tact may tag; it does so only in the course of a click, so before anything else.
 *
 * @param {boolean} isOn
 */
async function switchTags(isOn) {
  const allowed = !isOn || await browser.permissions.request(TAGGING);
  if (!allowed) {
    input("tags").checked = (await settings.current()).tags;
    say(text("optionsTagsRefused"));
    return;
  }
  input("tags").checked = isOn;
  element("tags-allow").hidden = true;
  if ((await settings.current()).tags === isOn || await keep({tags: isOn})) {
    say(text(isOn ? "optionsTagsOn" : "optionsTagsOff"), () => switchTags(!isOn));
  }
}

/** @param {SettingsValues} current @param {boolean} locked */
function showLanguages({language}, locked) {
  const select = /** @type {HTMLSelectElement} */ (element("language"));
  const choices = [["", text("optionsLanguageOwn")],
    ...LANGUAGES.map(code => [code, /** @type {string} */ (new Intl.DisplayNames(code, {type: "language"}).of(code))])];
  select.replaceChildren(...choices.map(([code, name]) => {
    const option = make("option", "", name);
    option.value = code;
    option.lang = code;
    option.selected = code === (language ?? "");
    return option;
  }));
  lock(select, locked);
}

/** @param {boolean} locked */
async function showAccounts(locked) {
  const accounts = await new MailFolders({api: browser, settings, clock: systemClock}).accounts();
  element("accountsOff").replaceChildren(...accounts.map(({id, name, identities, isOn}) => {
    const box = make("input", "");
    box.type = "checkbox";
    box.checked = isOn;
    box.disabled = locked;
    box.addEventListener("change", async () => {
      const others = (await settings.current()).accountsOff.filter(account => account !== id);
      await keep({accountsOff: box.checked ? others : [...others, id].sort()});
    });
    const addresses = identities.map(({email}) => email ?? "").filter(email => email !== "" && email !== name);
    const said = make("span", "quiet", [...new Set(addresses)].join(", "));
    return make("li", "", make("label", "", box, make("span", "", name), said));
  }));
}
