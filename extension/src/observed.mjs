/**
 * Tells the host about mails that Thunderbird has: a portion at a time, never more of them in memory than one event
 * holds.
 */
import {mailObserved} from "./events.mjs";
import {portions, rawOf, rebuilt} from "./mails.mjs";
import {MAX_MAILS} from "./protocol.mjs";

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
    const mails = [];
    // One after the other: of two at once in one IMAP folder, Thunderbird asks the server for the second, also when it
    // has the mail on the computer.
    for (const header of headers.slice(at, at + MAX_MAILS)) {
      goOn();
      const mail = failures < MAX_FAILURES ? await rawOf(header, api, clock) : rebuilt(header);
      failures = mail.isWhole ? 0 : failures + 1;
      mails.push(mail);
    }
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
