/**
 * The options: each change is kept at once, and can be taken back. What an administrator has set is shown and locked.
 */
import {faultRemedy, faultText} from "../annotations.mjs";
import {markOf} from "../panel/marks.mjs";
import {element, make} from "../parts/dom.mjs";
import {BOUNDS, DEFAULTS} from "../settings.mjs";
import {fillTexts, language, text} from "../texts.mjs";
import {keep, keepAndReload, recall, say, settings, undo, whenTakenBack} from "./changes.mjs";
import {startData} from "./data.mjs";
import {lock} from "./lock.mjs";
import {showMuted} from "./muted.mjs";
import {showOwn, startOwn} from "./own.mjs";
import {countriesIn, numberOf, placeOf, weekIn} from "./values.mjs";

/** @typedef {import("../settings.mjs").SettingsValues} SettingsValues */
/** @typedef {keyof typeof BOUNDS} NumberName */

/** @param {SettingsValues} current @param {Partial<SettingsValues>} imposed */
function showDays(current, imposed) {
  const group = /** @type {HTMLFieldSetElement} */ (element("workingDays"));
  const chosen = current.workingDays ?? DEFAULTS.workingDays;
  const boxes = weekIn(language).map(({day, name}) => {
    const box = make("input", "");
    box.type = "checkbox";
    box.value = String(day);
    box.checked = chosen.includes(day);
    return {box, label: make("label", "", box, name)};
  });
  boxes.forEach(({box}) => box.addEventListener("change", () => {
    const days = boxes.filter(other => other.box.checked).map(other => Number(other.box.value)).sort();
    if (days.length === 0) {
      box.checked = true;
      say(text("optionsOneDay"));
    } else {
      keep({workingDays: days});
    }
  }));
  element("workingDays").querySelector(".days")?.replaceChildren(...boxes.map(({label}) => label));
  lock(group, "workingDays" in imposed, group);
}

/**
 * @param {HTMLSelectElement} select
 * @param {{code: string, name: string}[]} choices
 * @param {string} chosen
 * @param {string} none
 */
function fill(select, choices, chosen, none) {
  select.replaceChildren(...[{code: "", name: none}, ...choices].map(({code, name}) => {
    const option = make("option", "", name);
    option.value = code;
    option.selected = code === chosen;
    return option;
  }));
}

/**
 * @param {import("../protocol.mjs").Options | null} options null when the host could not be asked
 * @param {SettingsValues} current
 * @param {Partial<SettingsValues>} imposed
 */
function showHolidays(options, current, imposed) {
  const {country, region} = placeOf(current.holidays);
  const countries = /** @type {HTMLSelectElement} */ (element("country"));
  const regions = /** @type {HTMLSelectElement} */ (element("region"));
  // Without a host what is chosen still shows.
  const known = options?.countries ?? (country ? [country] : []);
  fill(countries, countriesIn(known, language), country, text("optionsNoHolidays"));
  fill(regions, options?.regions ?? [], region, text("optionsWholeCountry"));
  element("region-row").hidden = !options || options.regions.length === 0;
  const locked = "holidays" in imposed;
  lock(countries, locked);
  regions.disabled = locked;
}

/** @param {NumberName} name @param {SettingsValues} current @param {boolean} locked */
function numberRow(name, current, locked) {
  const input = make("input", "");
  input.type = "number";
  input.id = name;
  input.min = String(BOUNDS[name].least);
  input.max = String(BOUNDS[name].most);
  input.placeholder = String(DEFAULTS[name]);
  input.value = String(current[name] ?? "");
  const error = make("span", "error");
  error.id = `${name}-error`;
  error.hidden = true;
  input.setAttribute("aria-describedby", error.id);
  input.addEventListener("change", () => {
    // What is no number at all reads as empty.
    const typed = numberOf(name, input.validity.badInput ? "?" : input.value);
    const isWrong = "least" in typed;
    error.hidden = !isWrong;
    input.setAttribute("aria-invalid", String(isWrong));
    if (isWrong) {
      error.textContent = text("optionsBetween", String(typed.least), String(typed.most));
    } else {
      keep({[name]: typed.value});
    }
  });
  const label = make("label", "", text(`options_${name}`));
  label.htmlFor = name;
  const row = make("div", "row", label, input, error);
  lock(input, locked, row);
  return row;
}

/**
 * @param {import("../protocol.mjs").Options | null} options
 * @param {SettingsValues} current
 * @param {Partial<SettingsValues>} imposed
 */
function showRules(options, current, imposed) {
  const locked = "rulesOff" in imposed;
  element("rules").replaceChildren(...(options?.rules ?? []).map(({id, title, severity, article}) => {
    const box = make("input", "");
    box.type = "checkbox";
    box.checked = !current.rulesOff.includes(id);
    box.disabled = locked;
    box.addEventListener("change", async () => {
      const {rulesOff} = await settings.current();
      const others = rulesOff.filter(rule => rule !== id);
      await keep({rulesOff: box.checked ? others : [...others, id].sort()});
    });
    const mark = make("span", severity, markOf(severity, text(`severity_${severity}`)));
    const origin = make("span", "origin", text(article ? "optionsFromArticle" : "panelOwn"));
    return make("li", "", make("label", "", box, mark, make("span", "", title), origin));
  }));
}

/** Asks the host what there is to be set, and shows all of it. */
async function show() {
  const [own, imposed, current] = await Promise.all([settings.own(), settings.imposed(), settings.current()]);
  showDays(current, imposed);
  element("numbers").replaceChildren(.../** @type {NumberName[]} */ (Object.keys(BOUNDS)).map(name =>
    numberRow(name, {...current, ...own, ...imposed}, name in imposed)));
  showHolidays(null, current, imposed);
  await showOwn(current, imposed);
  const {options, fault} = await browser.runtime.sendMessage({
    type: "options-wanted",
    country: placeOf(current.holidays).country || null,
  });
  showHolidays(options, current, imposed);
  showRules(options, current, imposed);
  element("rules-fault").hidden = !fault;
  element("rules-fault").textContent = fault ? `${faultText(fault, text)} ${faultRemedy(fault, text)}` : "";
}

/** The list of contents: each section by its title. */
function showContents() {
  element("contents").replaceChildren(...[...document.querySelectorAll("main > section")].map(section => {
    const link = make("a", "", section.querySelector("h2")?.textContent ?? "");
    link.href = `#${section.id}`;
    return make("li", "", link);
  }));
}

fillTexts(document);
document.title = text("optionsTitle");
showContents();
element("country").addEventListener("change", async event => {
  await keep({holidays: /** @type {HTMLSelectElement} */ (event.target).value || null});
  await show();
});
element("region").addEventListener("change", event => {
  const {value} = /** @type {HTMLSelectElement} */ (event.target);
  keep({holidays: value || /** @type {HTMLSelectElement} */ (element("country")).value});
});
element("reset").addEventListener("click", async () => {
  const own = await settings.own();
  const defaults = Object.fromEntries(Object.keys(own).map(name => [name, undefined]));
  if ("language" in own) {
    await keepAndReload(defaults);
  } else {
    await keep(defaults, text("optionsReset_done"));
    await show();
  }
});
element("undo").addEventListener("click", undo);
element("space").addEventListener("click", () => browser.runtime.sendMessage({type: "space-wanted"}));
element("welcome").addEventListener("click", () => browser.runtime.sendMessage({type: "welcome-wanted"}));
startOwn();
startData(showMuted);
whenTakenBack(show);
recall();
await Promise.all([show(), showMuted()]);
