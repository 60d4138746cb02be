/**
 * The phone numbers of a person, from Thunderbird's address book.
 */
import {addressIn} from "./events.mjs";
import {emailsIn, phonesIn} from "./vcards.mjs";

/** More cards than these are not looked at: an address is on one or two. */
const MAX_CARDS = 20;

/**
 * @param {string} address
 * @param {Pick<typeof browser.addressBooks.contacts, "query">} contacts
 * @returns {Promise<string[]>} as they stand on the person's cards, each once; never rejects
 */
export async function phonesOf(address, contacts) {
  try {
    // Only what is on this computer: no look-up in a directory on a server.
    const cards = await contacts.query({searchString: address, includeRemote: false});
    const theirs = cards.slice(0, MAX_CARDS).flatMap(({vCard}) => vCard ?? [])
      .filter(vCard => emailsIn(vCard).some(email => email.toLowerCase() === addressIn(address)));
    return [...new Set(theirs.flatMap(phonesIn))];
  } catch (error) {
    console.warn(`Tact: address book: ${error}`);
    return [];
  }
}
