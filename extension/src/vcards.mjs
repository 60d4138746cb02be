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
  return unique(propertiesIn("EMAIL", vCard).map(({value}) => value).filter(value => value.includes("@")));
}

/**
 * @param {string} vCard
 * @returns {string[]} its telephone numbers to call, as written, preferred ones first; none for fax or pager
 */
export function phonesIn(vCard) {
  const phones = propertiesIn("TEL", vCard)
    .filter(({parameters}) => !/\b(?:fax|pager)\b/.test(parameters))
    .map(({parameters, value}) => ({preference: preferenceOf(parameters), phone: value.replace(/^tel:/i, "").trim()}))
    .filter(({phone}) => /\d/.test(phone))
    .sort((one, other) => one.preference - other.preference);
  return unique(phones.map(({phone}) => phone));
}

/**
 * @param {string} property upper case
 * @param {string} vCard
 * @returns {{parameters: string, value: string}[]} parameters in lower case
 */
function propertiesIn(property, vCard) {
  const lines = vCard.slice(0, MAX_CHARS).replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  return lines.flatMap(line => {
    const colon = endOfName(line);
    const [start, ...parameters] = line.slice(0, colon).split(";");
    const name = start.toUpperCase();
    const isIt = name === property || name.endsWith(`.${property}`);
    const value = line.slice(colon + 1).replace(/\\([\\,;:])/g, "$1").trim();
    return colon > 0 && isIt ? [{parameters: parameters.join(";").toLowerCase(), value}] : [];
  });
}

/** @param {string} parameters @returns {number} from 1, the most preferred, to 101, where they say nothing of it */
function preferenceOf(parameters) {
  const [, preference] = /\bpref=(\d{1,3})\b/.exec(parameters) ?? [];
  // Before version 4 it was one of the types.
  return preference ? Number(preference) : (/\bpref\b/.test(parameters) ? 1 : 101);
}

/** @param {string[]} values */
function unique(values) {
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
