/**
 * Which folders hold mail that counts: those of the accounts that are not switched off, but junk, trash, drafts,
 * templates, what waits to be sent, and what lies below these.
 */
import {isLeftOut} from "./events.mjs";

/** Kinds of accounts that hold no mail to or from a person. */
const NOT_MAIL = Object.freeze(["rss", "nntp", "im"]);

/** How long the list of folders is good for, in milliseconds. */
const FOLDERS_MS = 30_000;

/**
 * @typedef {{id?: string, accountId?: string, name?: string, path?: string, specialUse?: string[], isRoot?: boolean,
 *   isVirtual?: boolean, isUnified?: boolean, isTag?: boolean}} Folder
 * @typedef {{id: string, name: string, type: string, identities: {name?: string, email?: string}[],
 *   isOn: boolean}} Account
 */

export class MailFolders {
  #api;
  #settings;
  #clock;
  /** @type {{folders: Folder[], readAt: number} | null} */
  #known = null;

  /**
   * @param {object} parts
   * @param {typeof browser} parts.api
   * @param {Pick<import("./settings.mjs").Settings, "current">} parts.settings
   * @param {import("./clock.mjs").Clock} parts.clock
   */
  constructor({api, settings, clock}) {
    this.#api = api;
    this.#settings = settings;
    this.#clock = clock;
  }

  /** @returns {Promise<Account[]>} all that hold mail, in Thunderbird's order; those that are switched off too */
  async accounts() {
    const [accounts, {accountsOff}] = await Promise.all([this.#api.accounts.list(), this.#settings.current()]);
    return accounts
      .filter(({type}) => !NOT_MAIL.includes(type))
      .map(({id, name, type, identities}) =>
        ({id, name, type, identities: identities ?? [], isOn: !accountsOff.includes(id)}));
  }

  /** @returns {Promise<Folder[]>} all folders that can hold mail with a person, of the accounts that are on */
  async list() {
    const now = this.#clock.now();
    if (!this.#known || now - this.#known.readAt > FOLDERS_MS) {
      const [accounts, folders] = await Promise.all([this.accounts(), this.#api.folders.query({})]);
      const on = new Set(accounts.filter(({isOn}) => isOn).map(({id}) => id));
      this.#known = {folders: mailFoldersOf(/** @type {Folder[]} */ (folders), on), readAt: now};
    }
    return this.#known.folders;
  }

  /**
   * @param {string | undefined} accountId
   * @returns {Promise<boolean>} whether mail of this account is read and counted
   */
  async isOn(accountId) {
    const {accountsOff} = await this.#settings.current();
    return accountId === undefined || !accountsOff.includes(accountId);
  }

  /** Has the list read anew, for example because an account was switched off. */
  forget() {
    this.#known = null;
  }
}

/**
 * @param {Folder[]} folders
 * @param {Set<string>} accountIds accounts that hold mail
 * @returns {Folder[]} without left out folders and what lies below them, and without views of other folders
 */
export function mailFoldersOf(folders, accountIds) {
  const leftOut = folders.filter(isLeftOut);
  return folders.filter(folder =>
    accountIds.has(folder.accountId ?? "")
    && !folder.isRoot && !folder.isVirtual && !folder.isUnified && !folder.isTag
    && !leftOut.some(out => out.accountId === folder.accountId && `${folder.path}/`.startsWith(`${out.path}/`)));
}
