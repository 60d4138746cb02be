/**
 * Changes of the settings from the options page: each is kept at once, said at the foot of the page, and can be taken
 * back.
 */
import {element} from "../parts/dom.mjs";
import {Settings} from "../settings.mjs";
import {text} from "../texts.mjs";

/** Where the last change stands while the page is loaded anew, as in another language. */
const KEY = "changed";

/** @typedef {import("../settings.mjs").SettingsValues} SettingsValues */

export const settings = new Settings({local: browser.storage.local, managed: browser.storage.managed});

/** What undo does. @type {{run: () => unknown} | null} */
let taking = null;

/**
 * Keeps a change and says so.
 *
 * @param {Partial<SettingsValues>} changes
 * @param {string} said
 * @returns {Promise<boolean>} whether it could be kept
 */
export async function keep(changes, said = text("optionsSaved")) {
  const was = await settings.own();
  try {
    await settings.set(changes);
    const before = Object.fromEntries(Object.keys(changes).map(name => [name, /** @type {any} */ (was)[name]]));
    say(said, () => takeBack(before));
    return true;
  } catch (error) {
    console.error(`Tact: settings: ${error}`);
    say(text("optionsFailed"));
    return false;
  }
}

/**
 * Keeps a change that another language of the page is, and loads the page anew.
 *
 * @param {Partial<SettingsValues>} changes
 */
export async function keepAndReload(changes) {
  const was = await settings.own();
  if (await keep(changes)) {
    const before = Object.keys(changes).map(name => [name, /** @type {any} */ (was)[name]]);
    sessionStorage.setItem(KEY, JSON.stringify(before));
    location.reload();
  }
}

/** Says again what was changed before the page was loaded anew. */
export function recall() {
  const changed = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (changed) {
    const before = Object.fromEntries(JSON.parse(changed).map((/** @type {any[]} */ [name, value]) =>
      [name, value ?? undefined]));
    say(text("optionsSaved"), async () => {
      await settings.set(before);
      location.reload();
    });
  }
}

/**
 * @param {string} words
 * @param {(() => unknown) | null} [undo]
 */
export function say(words, undo = null) {
  element("said").textContent = words;
  element("undo").hidden = !undo;
  taking = undo && {run: undo};
}

/** What follows when the settings have become others by undo. @type {{run: () => unknown} | null} */
let takenBack = null;

/** @param {() => unknown} listener */
export function whenTakenBack(listener) {
  takenBack = {run: listener};
}

/** Takes the last change back; the listener of the button. */
export function undo() {
  const run = taking?.run;
  say("");
  return run?.();
}

/** @param {Partial<SettingsValues>} before */
async function takeBack(before) {
  await settings.set(before).catch(error => console.error(`Tact: settings: ${error}`));
  say(text("optionsUndone"));
  await takenBack?.run();
}
