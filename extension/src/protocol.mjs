/**
 * The wire as host/PROTOCOL.md has it: envelopes out, replies in. Pure.
 *
 * A reply is checked field by field before anything else sees it. Fields this version does not know are ignored, so
 * that a newer host may say more; a field that is missing or of the wrong kind is an error.
 */

/** Protocol versions this extension speaks. */
export const PROTOCOLS = Object.freeze([1]);

/** Largest frame the host accepts, in bytes of UTF-8. */
export const MAX_FRAME_BYTES = 8_388_608;

/** Longest text of a draft, in characters. */
export const MAX_TEXT_CHARS = 65_536;

/** Longest raw mail, in bytes (one character each). */
export const MAX_RAW_BYTES = 262_144;

/** Most marks asked for in one `marks-asked`. */
export const MAX_MARKS = 2_000;

/** Most records in one `records-imported`, and most bytes of them. */
export const MAX_RECORDS = 500;
export const MAX_RECORDS_BYTES = 4_194_304;

/** Most mails in one `mail-observed`. */
export const MAX_MAILS = 64;

/** Most bytes of mail in one `mail-observed`; measured here on the JSON, which is never shorter. */
export const MAX_MAILS_BYTES = 4_194_304;

/** Most rows in one `follow-ups`. */
export const MAX_ROWS = 100;

/** The groups of follow-ups, in the order of the list. */
export const GROUPS = Object.freeze(/** @type {const} */ (
  ["due", "waiting", "last-try-sent", "not-now", "meeting", "gone-quiet", "done"]));

/** The problem code of a handshake without a common version. */
export const UNSUPPORTED_VERSION = 4;

/** The key that answers each event. */
const REPLY_KEYS = Object.freeze({
  "hello": "welcome",
  "draft-changed": "annotation",
  "send-requested": "annotation",
  "mail-observed": "receipt",
  "history-asked": "missing",
  "mails-listed": "unknown",
  "history-read": "receipt",
  "cards-read": "receipt",
  "options-asked": "options",
  "message-displayed": "counter",
  "stated": "noted",
  "evidence-asked": "evidence",
  "call-asked": "call",
  "follow-ups-asked": "follow-ups",
  "insights-asked": "insights",
  "marks-asked": "marks",
  "muted-asked": "muted",
  "forget-asked": "forgotten",
  "erase-asked": "forgotten",
  "export-asked": "export",
  "records-imported": "receipt",
});

/**
 * @typedef {"info" | "hint" | "warning" | "hold"} Severity
 * @typedef {"let-go" | "keep-writing" | "send-anyway"} Outcome
 * @typedef {{host: string, protocol: number, language: string}} Welcome
 * @typedef {{kind: "address" | "bounce" | "subject", term: string, since: string}} Search
 * @typedef {{searches: Search[]}} Missing
 * @typedef {{messageIds: string[]}} Unknown
 * @typedef {{recorded: number, known: number, unreadable: number}} Receipt
 * @typedef {{badge: string | null, text: string | null, title: string | null, severity: Severity | null,
 *   standing: string | null}} Counter
 * @typedef {{kind: string, [part: string]: unknown}} Claim
 * @typedef {{name: string, kind: "day" | "address" | "text", label: string}} Field
 * @typedef {{label: string, claim: Claim, fields: Field[]}} Action
 * @typedef {{quote: string, nth: number}} Mark
 * @typedef {{id: string, label: string, messageId?: string | null, attribution?: string | null, mark?: Mark | null,
 *   text?: string | null, day?: string | null, to?: string | null, body?: string | null}} Fix
 * @typedef {{rule: string, severity: Severity, text: string, passage: string | null, passageText: string | null,
 *   optional: boolean, marks: Mark[], fixes: Fix[], choices: Action[], evidence: string | null}} Advice
 * @typedef {{text: string, undo: Claim | null}} Noted
 * @typedef {{id: string, title: string, severity: Severity, article: boolean}} RuleOption
 * @typedef {{countries: string[], regions: {code: string, name: string}[], rules: RuleOption[]}} Options
 * @typedef {{number: number, sentAt: string, date: string, subject: string}} Try
 * @typedef {{outcome: Outcome, label: string, text: string, safe: boolean}} Choice
 * @typedef {{label: string, text: string, choices: Action[], fixes: Fix[]}} GutAnswer
 * @typedef {{question: string, passage: string, passageText: string, answers: GutAnswer[]}} GutCheck
 * @typedef {{label: string, text: string, passage: string, passageText: string, submit: string, fields: Field[],
 *   deadline: string | null, reason: string | null}} Call
 * @typedef {{text: string, passage: string, passageText: string}} Refusal
 * @typedef {{text: string, sentences: string[], words: number, seconds: number, findings: string[], passage: string,
 *   passageText: string, close: string}} Script
 * @typedef {{refusal: Refusal | null, script: Script | null, undo: Claim | null}} CallAnswer
 * @typedef {{title: string, text: string, passage: string, passageText: string, tries: Try[],
 *   choices: Choice[], gutCheck: GutCheck | null, call: Call | null}} Hold
 * @typedef {{text: string, severity: Severity}} Lens
 * @typedef {{badge: string | null, label: string | null, title: string | null, lens: Lens | null,
 *   person: string | null, name: string | null, threadStreak: number, personStreak: number, due: string | null,
 *   advice: Advice[], actions: Action[], gutCheck: GutCheck | null, call: Call | null,
 *   hold: Hold | null}} Annotation
 * @typedef {typeof GROUPS[number]} Group
 * @typedef {"try" | "answer" | "meeting"} MomentKind
 * @typedef {{at: string, kind: MomentKind, text: string}} Moment
 * @typedef {{thread: string, messageId: string, person: string, name: string, others: number, subject: string,
 *   group: Group, standing: string, severity: Severity, tries: number, budget: number, text: string, title: string,
 *   advice: string, lastContact: string, next: string | null, timeline: Moment[], write: boolean,
 *   actions: Action[]}} FollowUp
 * @typedef {{groups: {group: Group, count: number}[], due: number, behind: number, rows: FollowUp[]}} FollowUpPage
 * @typedef {{least: number, cases: number, byAttempt: {attempt: number, tries: number, answered: number}[],
 *   timeToAnswer: {fromDays: number, toDays: number | null, answers: number}[], medianDays: number | null,
 *   weekdays: {day: number, tries: number, answered: number}[], letGo: {cases: number, letGo: number},
 *   findings: string[], behind: number}} Insights
 * @typedef {{messageId: string, mark: string}} TryMark how a try is tagged: try-1, try-2 …, last-try, let-go
 * @typedef {{marks: TryMark[], next: number | null, behind: number}} MarksPage
 * @typedef {{person: string, scope: "person" | "thread", references: string[], subject: string | null,
 *   since: string}} Muted
 * @typedef {{mails: number, statements: number, text: string}} Forgotten
 * @typedef {{kind: string, [part: string]: unknown}} LedgerRecord
 * @typedef {{records: LedgerRecord[], next: string | null}} ExportPage
 * @typedef {{code: number, text: string, retryable: boolean}} Problem
 * @typedef {{type: string, [field: string]: unknown}} Event
 * @typedef {{id: number | null, key: string, value: any}} Reply
 */

/** A frame from the host that is not a reply as the protocol has it. */
export class MalformedReply extends Error {
  /** @param {string} what where and how it differs */
  constructor(what) {
    super(`Not a reply of the Tact protocol: ${what}`);
    this.name = "MalformedReply";
  }
}

/** @typedef {(value: unknown, path: string) => void} Check throws MalformedReply */

/** @param {string} kind @param {(value: unknown) => boolean} holds @returns {Check} */
const a = (kind, holds) => (value, path) => {
  if (!holds(value)) {
    throw new MalformedReply(`${path} is not ${kind}`);
  }
};

/** @param {...unknown} values @returns {(value: unknown) => boolean} */
function oneOf(...values) {
  return value => values.includes(value);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);

const text = a("a text", value => typeof value === "string");
const flag = a("a flag", value => typeof value === "boolean");
const count = a("a count", value => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0);
const number = a("a number", value => Number.isFinite(value) && /** @type {number} */ (value) >= 0);
const severity = a("a severity", oneOf("info", "hint", "warning", "hold"));
const searchKind = a("a kind of search", oneOf("address", "bounce", "subject"));
const muteScope = a("a scope", oneOf("person", "thread"));
const outcome = a("an outcome", oneOf("let-go", "keep-writing", "send-anyway"));

/** @param {Check} check @returns {Check} */
const nullable = check => (value, path) => {
  if (value !== null) {
    check(value, path);
  }
};

/** @param {Check} check @returns {Check} */
const listOf = check => (value, path) => {
  if (!Array.isArray(value)) {
    throw new MalformedReply(`${path} is not a list`);
  }
  value.forEach((item, index) => check(item, `${path}[${index}]`));
};

/** @param {Record<string, Check>} fields @returns {Check} */
const object = fields => (value, path) => {
  if (!isObject(value)) {
    throw new MalformedReply(`${path} is not an object`);
  }
  for (const [name, check] of Object.entries(fields)) {
    check(value[name], `${path}.${name}`);
  }
};

const claim = object({kind: text});
const mark = object({quote: text, nth: count});
const fieldKind = a("a kind of field", oneOf("day", "address", "text"));
const field = object({name: text, kind: fieldKind, label: text});
const action = object({label: text, claim, fields: listOf(field)});

/** What a fix needs depends on its id. @type {Record<string, Check>} */
const NEEDS = {
  "insert-first-mail": object({messageId: text, attribution: text}),
  "replace": object({mark, text}),
  "add-sentence": object({text}),
  "set-subject": object({text}),
  "send-on": object({day: text}),
  "write-to": object({to: text, text, body: text}),
};

/** A fix whose id this version does not know passes, and the panel leaves it out. @type {Check} */
const fix = (value, path) => {
  object({id: text, label: text})(value, path);
  NEEDS[/** @type {Fix} */ (value).id]?.(value, path);
};

const advice = object({
  rule: text,
  severity,
  text,
  passage: nullable(text),
  passageText: nullable(text),
  optional: flag,
  marks: listOf(mark),
  fixes: listOf(fix),
  choices: listOf(action),
  evidence: nullable(text),
});

const gutCheck = object({
  question: text,
  passage: text,
  passageText: text,
  answers: listOf(object({label: text, text, choices: listOf(action), fixes: listOf(fix)})),
});

const call = object({
  label: text,
  text,
  passage: text,
  passageText: text,
  submit: text,
  fields: listOf(field),
  deadline: nullable(text),
  reason: nullable(text),
});

const refusal = object({text, passage: text, passageText: text});

const script = object({
  text,
  sentences: listOf(text),
  words: count,
  seconds: count,
  findings: listOf(text),
  passage: text,
  passageText: text,
  close: text,
});

/** Exactly one of refusal and script. @type {Check} */
const callAnswer = (value, path) => {
  object({refusal: nullable(refusal), script: nullable(script), undo: nullable(claim)})(value, path);
  const {refusal: refused, script: said} = /** @type {CallAnswer} */ (value);
  if ((refused === null) === (said === null)) {
    throw new MalformedReply(`${path} is not either a refusal or a script`);
  }
};

const hold = object({
  title: text,
  text,
  passage: text,
  passageText: text,
  tries: listOf(object({number: count, sentAt: text, date: text, subject: text})),
  choices: listOf(object({outcome, label: text, text, safe: flag})),
  gutCheck: nullable(gutCheck),
  call: nullable(call),
});

const group = a("a group", oneOf(...GROUPS));
const momentKind = a("a kind of moment", oneOf("try", "answer", "meeting"));

const followUp = object({
  thread: text,
  messageId: text,
  person: text,
  name: text,
  others: count,
  subject: text,
  group,
  standing: text,
  severity,
  tries: count,
  budget: count,
  text,
  title: text,
  advice: text,
  lastContact: text,
  next: nullable(text),
  timeline: listOf(object({at: text, kind: momentKind, text})),
  write: flag,
  actions: listOf(action),
});

/** @type {Record<string, Check>} */
const CHECKS = {
  welcome: object({host: text, protocol: count, language: text}),
  annotation: object({
    badge: nullable(text),
    label: nullable(text),
    title: nullable(text),
    lens: nullable(object({text, severity})),
    person: nullable(text),
    name: nullable(text),
    threadStreak: count,
    personStreak: count,
    due: nullable(text),
    advice: listOf(advice),
    actions: listOf(action),
    gutCheck: nullable(gutCheck),
    call: nullable(call),
    hold: nullable(hold),
  }),
  receipt: object({recorded: count, known: count, unreadable: count}),
  noted: object({text, undo: nullable(claim)}),
  evidence: object({sentence: text}),
  call: callAnswer,
  options: object({
    countries: listOf(text),
    regions: listOf(object({code: text, name: text})),
    rules: listOf(object({id: text, title: text, severity, article: flag})),
  }),
  missing: object({searches: listOf(object({kind: searchKind, term: text, since: text}))}),
  unknown: object({messageIds: listOf(text)}),
  counter: object({
    badge: nullable(text),
    text: nullable(text),
    title: nullable(text),
    severity: nullable(severity),
    standing: nullable(text),
  }),
  "follow-ups": object({
    groups: listOf(object({group, count})),
    due: count,
    behind: count,
    rows: listOf(followUp),
  }),
  marks: object({marks: listOf(object({messageId: text, mark: text})), next: nullable(count), behind: count}),
  muted: object({
    muted: listOf(object({
      person: text, scope: muteScope, references: listOf(text), subject: nullable(text), since: text,
    })),
  }),
  forgotten: object({mails: count, statements: count, text}),
  export: object({records: listOf(object({kind: text})), next: nullable(text)}),
  insights: object({
    least: count,
    cases: count,
    byAttempt: listOf(object({attempt: count, tries: count, answered: count})),
    timeToAnswer: listOf(object({fromDays: number, toDays: nullable(number), answers: count})),
    medianDays: nullable(number),
    weekdays: listOf(object({day: count, tries: count, answered: count})),
    letGo: object({cases: count, letGo: count}),
    findings: listOf(text),
    behind: count,
  }),
  problem: object({code: count, text, retryable: flag}),
};

/**
 * The request for an event.
 *
 * @param {number} id positive, unused by any request still open
 * @param {Event} event
 */
export function envelope(id, event) {
  return {v: 1, id, event};
}

/**
 * The key under which the host answers an event.
 *
 * @param {Event} event
 * @returns {string}
 * @throws {TypeError} for an event that the protocol does not have
 */
export function replyKeyOf(event) {
  const key = /** @type {Record<string, string>} */ (REPLY_KEYS)[event.type];
  if (!key) {
    throw new TypeError(`There is no event of type ${event.type}`);
  }
  return key;
}

/**
 * Reads one frame of the host.
 *
 * @param {unknown} frame parsed JSON
 * @returns {Reply} `id` is null only for a problem with a frame that the host could not read
 * @throws {MalformedReply}
 */
export function readReply(frame) {
  if (!isObject(frame)) {
    throw new MalformedReply("the frame is not an object");
  }
  if (frame.v !== 1) {
    throw new MalformedReply("v is not 1");
  }
  const keys = Object.keys(CHECKS).filter(key => key in frame);
  if (keys.length !== 1) {
    throw new MalformedReply(keys.length === 0 ? "it answers nothing" : `it answers ${keys.join(" and ")} at once`);
  }
  const [key] = keys;
  const {id} = frame;
  const unreadable = id === null && key === "problem";
  if (!unreadable && !(Number.isSafeInteger(id) && /** @type {number} */ (id) > 0)) {
    throw new MalformedReply("id is not a positive integer");
  }
  CHECKS[key](frame[key], key);
  return {id: /** @type {number | null} */ (id), key, value: frame[key]};
}
