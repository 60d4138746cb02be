/**
 * The phone numbers of a person, from Thunderbird's address book.
 */
import {contactsWith} from "./cards.mjs";
import {phonesIn} from "./vcards.mjs";

/** More cards than these are not looked at: an address is on one or two. */
const MAX_CARDS = 20;

/**
 * @param {string} address
 * @param {Pick<typeof browser.addressBooks.contacts, "query">} contacts
 * @returns {Promise<string[]>} as they stand on the person's cards, each once; never rejects
 */
export async function phonesOf(address, contacts) {
  try {
    const theirs = await contactsWith(address, contacts, MAX_CARDS);
    return [...new Set(theirs.flatMap(({vCard}) => phonesIn(vCard ?? "")))];
  } catch (error) {
    console.warn(`Tact: address book: ${error}`);
    return [];
  }
}
