/**
 * The address book, as far as it says that several addresses are one person's: read for the people in question, and
 * told again when a card changes.
 */
import {addressIn, cardsRead} from "./events.mjs";
import {emailsIn} from "./vcards.mjs";

/** The host has this long to note cards, in milliseconds. */
const HOST_MS = 5_000;

/** Most addresses of one card that are told. */
const MAX_ADDRESSES = 16;

/** @typedef {{id: string, vCard?: string}} Contact */

export class Cards {
  #host;
  #api;

  /**
   * @param {object} parts
   * @param {Pick<import("./host.mjs").Host, "request" | "ready">} parts.host
   * @param {typeof browser} parts.api
   */
  constructor({host, api}) {
    this.#host = host;
    this.#api = api;
  }

  /**
   * Tells the host the cards on which an address stands. A failure is no obstacle: the address counts alone.
   *
   * @param {string} address without a display name
   * @returns {Promise<void>}
   */
  async tell(address) {
    try {
      // A card with a single address is told too: it may have had another one.
      const cards = (await contactsWith(address, this.#api.addressBooks.contacts)).map(cardOf);
      if (cards.length > 0) {
        await this.#host.request(cardsRead(cards), {timeoutMs: HOST_MS});
      }
    } catch (error) {
      console.warn(`Tact could not read the address book: ${error}`);
    }
  }

  /**
   * A card was written: it may join other addresses than before.
   *
   * @param {Contact} contact
   * @returns {Promise<void>}
   */
  changed(contact) {
    return this.#retell(cardOf(contact));
  }

  /**
   * @param {string} id of a card that is gone
   * @returns {Promise<void>}
   */
  deleted(id) {
    return this.#retell({id, addresses: []});
  }

  /** @param {{id: string, addresses: string[]}} card */
  async #retell(card) {
    // A host that is not running is told when the person is looked up next.
    if (this.#host.ready) {
      await this.#host.request(cardsRead([card]), {timeoutMs: HOST_MS})
        .catch(error => console.warn(`Tact could not tell a card: ${error}`));
    }
  }
}

/**
 * The contacts with an address. Directories on the network are not asked: Tact stays on this computer.
 *
 * @param {string} address without a display name
 * @param {Pick<typeof browser.addressBooks.contacts, "query">} contacts
 * @param {number} [most] so many of what is found are looked at
 * @returns {Promise<Contact[]>}
 */
export async function contactsWith(address, contacts, most = Infinity) {
  const found = await contacts.query({searchString: address, includeRemote: false});
  const wanted = addressIn(address);
  return found.slice(0, most).filter(({vCard}) =>
    emailsIn(vCard ?? "").some(email => email.toLowerCase() === wanted));
}

/** @param {Contact} contact */
function cardOf({id, vCard}) {
  return {id, addresses: emailsIn(vCard ?? "").slice(0, MAX_ADDRESSES)};
}
