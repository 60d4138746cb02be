/**
 * What the user has set, overlaid by what an administrator has set. One part is the host's, told with each hello; the
 * other is the extension's own.
 */

/** Where the user's settings stand in storage.local. */
const KEY = "settings";

/**
 * @typedef {{holidays: string | null, workingDays: number[] | null, budget: number | null,
 *   daysToSecondTry: number | null, daysToLaterTry: number | null, sameAttemptMinutes: number | null,
 *   establishedMails: number | null, rulesOff: string[]}} HostSettings
 * @typedef {{language: "en" | "de" | null, lens: boolean, line: boolean, tags: boolean, reminderTime: string | null,
 *   accountsOff: string[]}} OwnSettings language: null for Thunderbird's; reminderTime: HH:MM, null for no reminder;
 *   accountsOff: ids of accounts whose mail is neither read nor counted
 * @typedef {HostSettings & OwnSettings} SettingsValues
 */

/** Nothing is set: the host has the defaults. @type {Readonly<HostSettings>} */
const HOST_UNSET = Object.freeze({
  holidays: null, workingDays: null, budget: null, daysToSecondTry: null, daysToLaterTry: null,
  sameAttemptMinutes: null, establishedMails: null, rulesOff: [],
});

/** What holds where nothing is set. @type {Readonly<SettingsValues>} */
export const UNSET = Object.freeze({
  ...HOST_UNSET,
  language: null, lens: true, line: true, tags: false, reminderTime: "09:00", accountsOff: [],
});

/** The languages Tact speaks; the keys of _locales. */
export const LANGUAGES = Object.freeze(["en", "de"]);

/** @param {number} least @param {number} most @returns {(value: unknown) => boolean} */
const within = (least, most) => value =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/** @param {(value: unknown) => boolean} check @param {number} least @returns {(value: unknown) => boolean} */
const listOf = (check, least) => value => Array.isArray(value) && value.length >= least && value.every(check);

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === "string";
}

/** @param {unknown} value */
function isFlag(value) {
  return typeof value === "boolean";
}

/** Between which whole numbers they can be set. */
export const BOUNDS = Object.freeze({
  daysToSecondTry: {least: 1, most: 60},
  daysToLaterTry: {least: 1, most: 60},
  budget: {least: 1, most: 9},
  sameAttemptMinutes: {least: 0, most: 1440},
  establishedMails: {least: 1, most: 100},
});

/** What the host takes where nothing is set; shown, never sent. */
export const DEFAULTS = Object.freeze({
  workingDays: [1, 2, 3, 4, 5], daysToSecondTry: 7, daysToLaterTry: 7, budget: 3, sameAttemptMinutes: 60,
  establishedMails: 3,
});

/** What a value must be; anything else counts as not set. @type {Map<string, (value: unknown) => boolean>} */
const CHECKS = new Map(/** @type {[string, (value: unknown) => boolean][]} */ ([
  ["holidays", value => typeof value === "string" && /^[A-Za-z]{2}(-[A-Za-z0-9]{1,8})?$/.test(value)],
  ["workingDays", listOf(within(1, 7), 1)],
  ...Object.entries(BOUNDS).map(([name, {least, most}]) =>
    /** @type {[string, (value: unknown) => boolean]} */ ([name, within(least, most)])),
  ["rulesOff", listOf(isText, 0)],
  ["language", value => LANGUAGES.includes(/** @type {string} */ (value))],
  ["lens", isFlag],
  ["line", isFlag],
  ["tags", isFlag],
  ["reminderTime", value => value === null || isText(value) && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)],
  ["accountsOff", listOf(isText, 0)],
]));

export class Settings {
  #local;
  #managed;

  /**
   * @param {object} parts
   * @param {Pick<browser.storage.StorageArea, "get" | "set">} parts.local storage.local
   * @param {Pick<browser.storage.StorageArea, "get">} parts.managed storage.managed
   */
  constructor({local, managed}) {
    this.#local = local;
    this.#managed = managed;
  }

  /**
   * What holds now.
   *
   * @returns {Promise<SettingsValues>} never rejects: a storage that fails is no reason to be without advice
   */
  async current() {
    return {...UNSET, ...await this.own(), ...await this.imposed()};
  }

  /** What the user has set. @returns {Promise<Partial<SettingsValues>>} */
  async own() {
    const {[KEY]: kept} = await this.#local.get(KEY).catch(() => ({[KEY]: {}}));
    return valid(kept);
  }

  /** What an administrator has set; it cannot be changed. @returns {Promise<Partial<SettingsValues>>} */
  async imposed() {
    // Without a policy Thunderbird rejects.
    return valid(await this.#managed.get().catch(() => ({})));
  }

  /**
   * Sets some, or takes them back: with undefined each, with null those that have no value of that name.
   *
   * @param {Partial<SettingsValues>} changes
   * @returns {Promise<void>}
   * @throws when they cannot be kept
   */
  async set(changes) {
    const {[KEY]: kept} = await this.#local.get(KEY);
    const all = Object.entries({...kept, ...changes}).filter(([, value]) => value !== undefined);
    await this.#local.set({[KEY]: Object.fromEntries(all)});
  }
}

/**
 * The part of the settings that the host is told.
 *
 * @param {SettingsValues} settings
 * @returns {HostSettings}
 */
export function forHost(settings) {
  return /** @type {HostSettings} */ (Object.fromEntries(
    Object.keys(HOST_UNSET).map(name => [name, /** @type {any} */ (settings)[name]])));
}

/** Whether a value can be set. @param {string} name @param {unknown} value */
export function isValid(name, value) {
  return CHECKS.get(name)?.(value) ?? false;
}

/** @param {unknown} kept @returns {Partial<SettingsValues>} */
function valid(kept) {
  return Object.fromEntries(Object.entries(kept ?? {}).filter(([name, value]) => isValid(name, value)));
}
