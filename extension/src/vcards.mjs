/**
 * What a vCard (RFC 6350, and the older versions) of the address book says. Pure.
 */

/** Longest card that is read, in characters; one with a photograph in it is longer. */
const MAX_CHARS = 262_144;

/**
 * @param {string} vCard
 * @returns {string[]} its mail addresses, as written
 */
export function emailsIn(vCard) {
  return valuesOf("EMAIL", vCard).filter(value => value.includes("@"));
}

/**
 * @param {string} vCard
 * @returns {string[]} its telephone numbers, as written
 */
export function phonesIn(vCard) {
  return valuesOf("TEL", vCard).map(value => value.replace(/^tel:/i, "")).filter(value => /\d/.test(value));
}

/**
 * @param {string} property upper case
 * @param {string} vCard
 * @returns {string[]} each once
 */
function valuesOf(property, vCard) {
  const lines = vCard.slice(0, MAX_CHARS).replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const values = lines.flatMap(line => {
    const colon = endOfName(line);
    const name = line.slice(0, colon).split(";")[0].toUpperCase();
    const isIt = name === property || name.endsWith(`.${property}`);
    return colon > 0 && isIt ? [line.slice(colon + 1).replace(/\\([\\,;:])/g, "$1").trim()] : [];
  });
  return [...new Set(values)];
}

/** Where a line's value begins: at the first colon outside quotes. @param {string} line */
function endOfName(line) {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\"") {
      quoted = !quoted;
    } else if (line[at] === ":" && !quoted) {
      return at;
    }
  }
  return -1;
}
