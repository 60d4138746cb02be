/**
 * Follow-ups at every stage, as the host would list them on the day of the golden replies.
 */

/** @typedef {import("../src/protocol.mjs").FollowUp} FollowUp */
/** @typedef {import("../src/protocol.mjs").Group} Group */
/** @typedef {(words: {en: string, de: string}) => string} Say */

/** In the order of the list: group, person, subject, tries, ages of tries, of an answer and of a meeting, next day. */
const STORIES = /** @type {const} */ ([
  ["due", "Anna Berg", "Bridges at night", 2, [17, 9], null, null, "2026-11-23"],
  ["due", "Dr. Maximiliane von Hohenlohe-Waldenburg-Schillingsfürst",
    "Re: An exhibition in Leipzig, with all twelve plates and the drawings that were made for them", 1, [8], 40, null,
    "2026-11-20"],
  ["waiting", "Jonas Brandt", "A cover for the summer", 1, [3], null, null, "2026-11-27"],
  ["waiting", "Inês Duarte", "Portfolio", 2, [12, 4], null, null, "2026-11-26"],
  ["last-try-sent", "Paul Lindqvist", "Bridges at night", 3, [22, 13, 5], null, null, "2026-11-25"],
  ["not-now", "Sofia Marini", "Bridges at night", 1, [30], 28, null, "2027-03-01"],
  ["meeting", "David Chen", "A short call", 1, [9], 6, -3, "2026-11-26"],
  ["gone-quiet", "Emil Novak", "Portfolio", 2, [80, 71], null, null, null],
  ["done", "Miriam Okafor", "Bridges at night", 1, [20], 15, null, null],
]);

const NOON = Date.UTC(2026, 10, 23, 11);

const DAY_MS = 24 * 3_600_000;

/** @param {number} age in days */
const at = age => new Date(NOON - age * DAY_MS).toISOString();

/** @param {Say} say @returns {FollowUp[]} */
export function followUps(say) {
  return STORIES.map(([group, name, subject, tries, ages, answer, meeting, next], number) => ({
    thread: `thread${number}@example.org`, messageId: `mail${number}@example.org`,
    person: `${name} <person${number}@example.org>`, name, others: number === 0 ? 1 : 0, subject, group,
    standing: group, severity: group === "due" ? "hint" : "info", tries, budget: 3,
    text: say({en: `${tries}/3 · waiting 9 days`, de: `${tries}/3 · wartet seit 9 Tagen`}),
    title: say({en: `${tries} of 3 tries to ${name} without an answer.`,
      de: `${tries} von 3 Versuchen bei ${name} ohne Antwort.`}),
    advice: group === "due" ? say({en: "Try again, with your first mail below.",
      de: "Versuchen Sie es noch einmal, mit Ihrer ersten Mail darunter."})
      : say({en: "Nothing to do.", de: "Nichts zu tun."}),
    lastContact: at(Math.min(...ages, answer ?? Infinity)), next,
    timeline: /** @type {import("../src/protocol.mjs").Moment[]} */ ([
      ...ages.map(age => ({at: at(age), kind: "try", text: say({en: "A try", de: "Ein Versuch"})})),
      ...answer === null ? [] : [{at: at(answer), kind: "answer", text: say({en: "Their answer", de: "Die Antwort"})}],
      ...meeting === null ? [] : [{at: at(meeting), kind: "meeting", text: say({en: "You meet", de: "Ein Treffen"})}],
    ]).sort((one, other) => one.at.localeCompare(other.at)),
    write: ["due", "waiting"].includes(group),
    actions: [
      {label: say({en: "They answered by other means", de: "Es kam eine Antwort auf anderem Weg"}),
        claim: {kind: "answered-elsewhere"}, fields: []},
      {label: say({en: "Put it off", de: "Verschieben"}), claim: {kind: "snoozed", until: "2026-11-30"},
        fields: [{name: "until", kind: "day", label: say({en: "Until", de: "Bis"})}]},
      {label: say({en: `Let go of ${name}`, de: `${name} loslassen`}), claim: {kind: "decided", outcome: "let-go"},
        fields: []},
    ],
  }));
}

/**
 * The host's answer to a page of the space.
 *
 * @param {FollowUp[]} all
 * @param {{wanted: import("../src/events.mjs").Wanted, from: number, limit: number}} asked
 * @returns {import("../src/followups.mjs").Answered<import("../src/protocol.mjs").FollowUpPage>}
 */
export function answerTo(all, {wanted: {group, text}, from, limit}) {
  const found = all.filter(({name, subject}) => `${name} ${subject}`.toLowerCase().includes(text.toLowerCase()));
  const groups = /** @type {Group[]} */ (
    ["due", "waiting", "last-try-sent", "not-now", "meeting", "gone-quiet", "done"]);
  return {
    answer: {
      groups: groups.map(one => ({group: one, count: found.filter(row => row.group === one).length})),
      due: all.filter(row => row.group === "due").length,
      behind: 0,
      rows: found.filter(row => group === null || row.group === group).slice(from, from + limit),
    },
    fault: null,
    askAgainMs: 0,
  };
}

/**
 * @param {Say} say
 * @param {number} share of what there is after a year
 * @returns {import("../src/protocol.mjs").Insights}
 */
export function insights(say, share) {
  const some = (/** @type {number} */ number) => Math.round(number * share);
  return {
    least: 20,
    cases: some(134),
    byAttempt: [[134, 71], [52, 21], [18, 3]].map(([tries, answered], number) =>
      ({attempt: number + 1, tries: some(tries), answered: some(answered)})),
    timeToAnswer: [[0, 1, 31], [1, 2, 17], [2, 4, 15], [4, 7, 12], [7, 14, 14], [14, null, 6]].map(
      ([fromDays, toDays, answers]) => ({
        fromDays: /** @type {number} */ (fromDays), toDays, answers: some(/** @type {number} */ (answers)),
      })),
    medianDays: 2.4,
    weekdays: [[40, 22], [44, 25], [36, 15], [30, 12], [38, 18], [9, 2], [7, 1]].map(([tries, answered], day) =>
      ({day: day + 1, tries: some(tries), answered: some(answered)})),
    letGo: {cases: some(134), letGo: some(14)},
    findings: share < 1 ? [] : [say({en: "Two of five second tries were answered.",
      de: "Von fünf zweiten Versuchen wurden zwei beantwortet."})],
    behind: 0,
  };
}
