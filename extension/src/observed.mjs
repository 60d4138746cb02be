/**
 * Tells the host about mails that Thunderbird has: a portion at a time, never more of them in memory than one event
 * holds.
 */
import {mailObserved} from "./events.mjs";
import {portions, rawOf, rebuilt} from "./mails.mjs";
import {MAX_MAILS} from "./protocol.mjs";

/** Mails fetched from Thunderbird side by side. */
const FETCHES = 4;

/** After so many failures in a row the rest of a portion is not tried: the server is not reached. */
const MAX_FAILURES = 4;

/** The host has this long for one portion of mails, in milliseconds. */
const HOST_MS = 30_000;

/**
 * @typedef {browser.messages.MessageHeader} MessageHeader
 * @typedef {{recorded: number, known: number, unreadable: number, rebuilt: number}} Observed counts of mails; rebuilt:
 *   those of which the host was told the header lines only
 */

/**
 * @param {MessageHeader[]} headers
 * @param {{host: Pick<import("./host.mjs").Host, "request">, api: import("./mails.mjs").Api,
 *   clock: import("./clock.mjs").Clock}} parts
 * @param {() => void} [goOn] throws when it is over
 * @returns {Promise<Observed>}
 * @throws {import("./host.mjs").HostFault}
 */
export async function observeMails(headers, {host, api, clock}, goOn = () => {}) {
  const observed = {recorded: 0, known: 0, unreadable: 0, rebuilt: 0};
  for (let at = 0; at < headers.length; at += MAX_MAILS) {
    let failures = 0;
    const mails = await inParallel(headers.slice(at, at + MAX_MAILS), FETCHES, async header => {
      goOn();
      const mail = failures < MAX_FAILURES ? await rawOf(header, api, clock) : rebuilt(header);
      failures = mail.isWhole ? 0 : failures + 1;
      return mail;
    });
    observed.rebuilt += mails.filter(({isWhole}) => !isWhole).length;
    for (const portion of portions(mails.map(({raw}) => raw))) {
      goOn();
      const {recorded, known, unreadable} = await host.request(mailObserved(portion), {timeoutMs: HOST_MS});
      observed.recorded += recorded;
      observed.known += known;
      observed.unreadable += unreadable;
    }
  }
  return observed;
}

/**
 * @template In, Out
 * @param {In[]} items
 * @param {number} lanes
 * @param {(item: In) => Promise<Out>} work
 * @returns {Promise<Out[]>} in the order of the items
 */
async function inParallel(items, lanes, work) {
  /** @type {Out[]} */
  const results = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]);
    }
  };
  await Promise.all(Array.from({length: lanes}, lane));
  return results;
}
