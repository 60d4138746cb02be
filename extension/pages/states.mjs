/**
 * Tact's own pages and the states in which they are looked at. Another state is an entry here, and nothing else: what
 * Thunderbird and the host answer in it, and what the person does before it is looked at.
 */
import {readFileSync} from "node:fs";
import {answerTo, followUps, insights} from "./followups.mjs";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("./catalogue.mjs").Language} Language
 *
 * What answers are made of.
 * @typedef {object} Given
 * @property {(name: string) => any} reply what the host says in host/protocol/NAME.json, in the language of the page
 * @property {(words: {en: string, de: string}) => string} say words of the host's that stand in no golden reply
 *
 * @typedef {object} State
 * @property {string} name for the report and for the name of the pictures
 * @property {string} [query] of the page's address, without "?"
 * @property {(given: Given) => Record<string, unknown>} [answers] what runtime.sendMessage resolves to, by the type of
 *   the message; a function is given the message. What is not named here is refused
 * @property {(given: Given) => Record<string, unknown>} [calls] what other functions resolve to, by name, such as
 *   "tabs.query"; a function is given the arguments
 * @property {{local?: Record<string, unknown>, managed?: Record<string, unknown>}} [stored] what the storage holds
 * @property {(page: Page) => Promise<unknown>} [steps] what the person does first
 *
 * @typedef {object} Look one page
 * @property {string} path in src
 * @property {"popup" | "window" | "tab"} kind a popup is as high as its content; a tab may be narrow
 * @property {number} width of the real window, in CSS pixels
 * @property {number} height
 * @property {(given: Given) => Record<string, unknown>} [calls] in every state
 * @property {State[]} states
 */

const PROTOCOL = new URL("../../host/protocol/", import.meta.url);

/** @param {Language} language @returns {Given} */
export function given(language) {
  return {
    reply(name) {
      const read = (/** @type {string} */ file) => JSON.parse(readFileSync(new URL(file, PROTOCOL), "utf8"));
      const reply = language === "de" ? read(`de/${name}.json`) : read(`${name}.json`).reply;
      return Object.values(reply)[2];
    },
    say: words => language === "de" ? words.de : words.en,
  };
}

const MISSING = {name: "missing", detail: null};

/** The person presses the button or the line with these places in the page. @param {string[]} selectors */
const pressing = (...selectors) => async (/** @type {Page} */ page) => {
  for (const selector of selectors) {
    await page.locator(selector).first().click();
  }
};

/**
 * What the space of follow-ups asks for.
 *
 * @param {import("../src/protocol.mjs").FollowUp[]} all
 */
const listing = all => ({
  "follow-ups-wanted": (/** @type {any} */ asked) => answerTo(all, asked),
  "follow-up-stated": {noted: {text: "", undo: null}, kept: false},
});

/** @param {(words: {en: string, de: string}) => string} say */
const mutedOf = say => [
  {
    person: '"Paul Lindqvist" <paul@lindqvist.example>', scope: "person", references: [], subject: null,
    since: "2026-11-02T09:00:00Z",
  },
  {
    person: "olga@petrova.example", scope: "thread", references: ["o1@vogt-photo.example"],
    subject: say({en: "An exhibition in Leipzig", de: "Eine Ausstellung in Leipzig"}), since: "2026-09-14T15:30:00Z",
  },
];

/** Of the tab that a popup belongs to. */
const ownTab = () => ({"tabs.query": [{id: 7, windowId: 1}]});

/** How an import stands on the welcome page. @param {Partial<import("../src/importer.mjs").View>} fields */
const importing = fields => ({
  state: "none", months: 12, counting: false, folders: 0, counted: 0, finished: 0, found: 0, done: 0, rate: null,
  secondsLeft: null, folder: null, account: null, taken: 0, rebuilt: 0, unreadable: 0, lost: [], resting: false,
  fault: null, ...fields,
});

const RUNNING = {state: /** @type {const} */ ("running"), folders: 14, counted: 14, finished: 3, found: 23_480,
  folder: "Sent", account: "lena.vogt@studio.example"};

/**
 * What the welcome page is told.
 *
 * @param {Partial<import("../src/importer.mjs").View>} view
 * @param {Record<string, unknown>} [more]
 */
const welcome = (view, more = {}) => ({
  "import-asked": importing(view),
  "accounts-wanted": [
    {id: "account1", name: "lena.vogt@studio.example", type: "imap", isOn: true,
      identities: [{email: "lena.vogt@studio.example"}, {email: "post@lenavogt.example"}]},
    {id: "account3", name: "Lena (Verein)", type: "pop3", isOn: false, identities: [{email: "lena@verein.example"}]},
    {id: "account2", name: "Local Folders", type: "local", isOn: true, identities: []},
  ],
  "host-checked": {welcome: {host: "0.1.0", protocol: 1, language: "en"}, fault: null},
  ...more,
});

/** What was found, for the welcome page. @param {Given} given @param {number} [due] @param {number} [behind] */
const found = ({say}, due = 3, behind = 0) => ({
  "follow-ups-wanted": {
    answer: {
      groups: Object.entries({due, "waiting": 5, "last-try-sent": 2, "not-now": 1, "meeting": 0, "gone-quiet": 118,
        "done": 412}).map(([group, count]) => ({group, count})),
      due, behind, rows: [],
    },
    fault: null,
    askAgainMs: 0,
  },
  "insights-wanted": {
    answer: {least: 20, cases: 240, byAttempt: [], timeToAnswer: [], medianDays: 2, weekdays: [],
      letGo: {cases: 0, letGo: 0}, behind: 0,
      findings: [say({en: "Half of your answers come within 2 days.",
        de: "Die Hälfte Ihrer Antworten kommt innerhalb von 2 Tagen."})]},
    fault: null,
    askAgainMs: 0,
  },
});

/** @type {Look[]} */
export const PAGES = [
  {
    path: "panel/panel.html",
    kind: "popup",
    width: 460,
    height: 600,
    calls: ownTab,
    states: [
      {
        name: "last-try",
        answers: ({reply}) => ({"view-asked": {annotation: reply("draft-changed"), fault: null}}),
      },
      {
        name: "last-try-more",
        answers: ({reply}) => ({"view-asked": {annotation: reply("draft-changed"), fault: null}}),
        steps: pressing(".advice .dots", "#gut-check .say:nth-child(2)", "#more summary", "#actions .say:nth-child(2)"),
      },
      {
        name: "hold",
        answers: ({reply}) => ({"view-asked": {annotation: reply("send-requested"), fault: null}}),
      },
      {
        name: "call",
        answers: ({reply}) => ({
          "view-asked": {annotation: reply("send-requested"), fault: null},
          "call-wanted": {call: reply("call-asked"), phones: ["+49 30 901820"]},
        }),
        steps: async page => {
          await pressing("#more summary", "#call .say")(page);
          await page.locator("#call input[type=date]").fill("2026-11-27");
          for (const field of await page.locator("#call :is(textarea, input:not([type=date]))").all()) {
            await field.fill("Mara Lindt");
          }
          await page.locator("#call .primary").click();
        },
      },
      {
        name: "no-read",
        answers: ({reply, say}) => {
          const annotation = reply("draft-changed");
          const [advice] = annotation.advice;
          const [first, second] = annotation.actions;
          return {
            "view-asked": {
              annotation: {
                ...annotation,
                advice: [{...advice, evidence: "no1@verlag.example", choices: [first, second]}],
              },
              fault: null,
            },
            "evidence-wanted": say({
              en: "Unfortunately we have decided against it.",
              de: "Leider haben wir uns dagegen entschieden.",
            }),
          };
        },
      },
      {
        name: "nothing-to-say",
        answers: ({reply}) => ({
          "view-asked": {
            annotation: {
              ...reply("draft-changed"), badge: null, label: null, advice: [], actions: [], gutCheck: null, call: null,
            },
            fault: null,
          },
        }),
      },
      {
        name: "no-host",
        answers: () => ({"view-asked": {annotation: null, fault: MISSING}}),
      },
    ],
  },
  {
    path: "hold/hold.html",
    kind: "window",
    width: 520,
    height: 600,
    calls: () => ({"windows.getCurrent": {id: 3, width: 520, height: 600}, "windows.update": null}),
    states: [
      {
        name: "fourth-mail",
        query: "hold=1",
        answers: ({reply}) => {
          const {hold, person, name} = reply("send-requested");
          return {"hold-asked": {hold, tabId: 7, person, name}};
        },
      },
      {
        name: "fourth-mail-asked-oneself",
        query: "hold=1",
        answers: ({reply}) => {
          const {hold, person, name} = reply("send-requested");
          return {"hold-asked": {hold, tabId: 7, person, name}};
        },
        steps: pressing("#gut-check .say:nth-child(2)", "#call .say"),
      },
      {
        name: "over",
        query: "hold=1",
        answers: () => ({"hold-asked": null}),
      },
    ],
  },
  {
    path: "kept/kept.html",
    kind: "window",
    width: 440,
    height: 230,
    states: [
      {name: "by-tact", query: "day=2026-12-01&by=tact"},
      {name: "by-send-later", query: "day=2026-12-01&by=send-later"},
    ],
  },
  {
    path: "message/message.html",
    kind: "popup",
    width: 320,
    height: 200,
    calls: ownTab,
    states: [
      {
        name: "due",
        answers: ({reply}) => ({
          "counter-asked": {counter: reply("message-displayed"), fault: null, write: "anna2@photo.example"},
        }),
      },
      {
        name: "in-another-language",
        answers: ({reply}) => ({
          "counter-asked": {counter: reply("message-displayed"), fault: null, write: "anna2@photo.example"},
        }),
        stored: {local: {settings: {language: "de"}}},
      },
      {name: "nothing-counted", answers: () => ({"counter-asked": {counter: null, fault: null, write: null}})},
      {name: "no-host", answers: () => ({"counter-asked": {counter: null, fault: MISSING, write: null}})},
    ],
  },
  {
    path: "followups/followups.html",
    kind: "tab",
    width: 1200,
    height: 760,
    states: [
      {name: "all-stages", answers: ({say}) => listing(followUps(say))},
      {
        name: "put-off",
        answers: ({say}) => listing(followUps(say)),
        steps: async page => {
          await pressing(".row .more")(page);
          await pressing("#menu .claims:last-child .say:nth-child(2)")(page);
        },
      },
      {name: "keys", answers: ({say}) => listing(followUps(say)), steps: pressing("#show-keys")},
      {name: "nothing-due", answers: ({say}) => listing(followUps(say).filter(({group}) => group !== "due"))},
      {
        name: "no-hit",
        answers: ({say}) => listing(followUps(say)),
        steps: async page => {
          await page.locator("#search").fill("Nobody");
          await page.locator("#no-hit").waitFor();
        },
      },
      {
        name: "still-worked-out",
        answers: ({say}) => ({
          "follow-ups-wanted": (/** @type {any} */ asked) => {
            const {answer, ...rest} = answerTo(followUps(say), asked);
            return {...rest, answer: {...answer, behind: 2_310}};
          },
        }),
      },
      {name: "nothing-yet", answers: () => listing([])},
      {
        name: "no-host",
        answers: () => ({"follow-ups-wanted": {answer: null, fault: MISSING, askAgainMs: 60_000}}),
      },
    ],
  },
  {
    path: "insights/insights.html",
    kind: "tab",
    width: 900,
    height: 760,
    states: [
      {
        name: "after-a-year",
        answers: ({say}) => ({"insights-wanted": {answer: insights(say, 1), fault: null, askAgainMs: 0}}),
        steps: pressing("summary"),
      },
      {
        name: "after-a-month",
        answers: ({say}) => ({"insights-wanted": {answer: insights(say, 0.12), fault: null, askAgainMs: 0}}),
      },
      {
        name: "nothing-yet",
        answers: ({say}) => ({"insights-wanted": {answer: insights(say, 0), fault: null, askAgainMs: 0}}),
      },
      {
        name: "no-host",
        answers: () => ({"insights-wanted": {answer: null, fault: MISSING, askAgainMs: 60_000}}),
      },
    ],
  },
  {
    path: "options/options.html",
    kind: "tab",
    width: 1000,
    height: 760,
    calls: () => ({
      "accounts.list": [
        {id: "account1", name: "Lena Vogt", type: "imap", identities: [{email: "lena@vogt-photo.example"}]},
        {id: "account2", name: "lena.private@post.example", type: "imap",
          identities: [{email: "lena.private@post.example"}]},
        {id: "account3", name: "Local Folders", type: "local", identities: []},
      ],
      "permissions.contains": true,
    }),
    states: [
      {
        name: "new",
        answers: ({reply}) => ({
          "options-wanted": {options: reply("options-asked"), fault: null},
          "muted-wanted": {answer: {muted: []}, fault: null},
        }),
      },
      {
        name: "set-and-imposed",
        answers: ({reply, say}) => ({
          "options-wanted": {options: reply("options-asked"), fault: null},
          "muted-wanted": {answer: {muted: mutedOf(say)}, fault: null},
        }),
        stored: {
          local: {
            settings: {holidays: "DE-BY", workingDays: [1, 2, 3, 4], daysToSecondTry: 10, rulesOff: ["pressure"],
              tags: true, reminderTime: null, accountsOff: ["account2"]},
          },
          managed: {budget: 3, daysToLaterTry: 14, line: false},
        },
        steps: async page => {
          await page.locator("#daysToSecondTry").fill("99");
          await page.locator("#daysToSecondTry").blur();
        },
      },
      {
        name: "data",
        answers: ({reply, say}) => ({
          "options-wanted": {options: reply("options-asked"), fault: null},
          "muted-wanted": {answer: {muted: []}, fault: null},
          "export-wanted": {
            answer: {records: [{kind: "tact-export", version: 1}, {kind: "me"}], next: null}, fault: null,
          },
          "records-chosen": {answer: {recorded: 1200, known: 34, unreadable: 1}, fault: null},
          "person-forgotten": {
            answer: {
              mails: 12, statements: 2, text: say({
                en: "Everything about Anna Berg is gone: 12 mails and 2 things you had said.",
                de: "Alles über Anna Berg ist gelöscht: 12 Mails und 2 Ihrer Angaben.",
              }),
            },
            fault: null,
          },
        }),
        steps: async page => {
          await page.locator("#export").click();
          await page.locator("#file").setInputFiles({
            name: "tact.json", mimeType: "application/json",
            buffer: Buffer.from('{"records":[{"kind":"tact-export","version":1},{"kind":"me"}]}'),
          });
          await page.locator("#person").fill("Anna Berg <anna.berg@verlag.example>");
          await page.locator("#forget button").click();
          await page.locator("#forget-sure .danger").click();
          await page.locator("#erase").click();
        },
      },
      {
        name: "no-host",
        answers: () => ({
          "options-wanted": {options: null, fault: MISSING},
          "muted-wanted": {answer: null, fault: MISSING},
        }),
      },
    ],
  },
  {
    path: "welcome/welcome.html",
    kind: "tab",
    width: 1000,
    height: 900,
    states: [
      {name: "new", answers: () => welcome({})},
      {name: "no-host", answers: () => welcome({}, {"host-checked": {welcome: null, fault: MISSING}})},
      {
        name: "counting",
        answers: () => welcome({...RUNNING, counting: true, counted: 5, finished: 0, found: 4_310}),
      },
      {
        name: "running",
        answers: () => welcome({...RUNNING, done: 8_120, rate: 214, secondsLeft: 72, rebuilt: 3}),
      },
      {
        name: "host-gone",
        answers: () => welcome({...RUNNING, done: 8_120, fault: {name: "gone", detail: null}}),
      },
      {
        name: "paused",
        answers: given => ({...welcome({...RUNNING, state: "paused", folder: null, done: 8_120}), ...found(given)}),
      },
      {
        name: "done",
        answers: given => ({
          ...welcome({...RUNNING, state: "done", folder: null, done: 23_480, finished: 14, taken: 21_907, rebuilt: 3,
            unreadable: 1, lost: ["Archiv 2019"]}),
          ...found(given),
        }),
      },
      {
        name: "nothing-found",
        answers: given => {
          const answers = found(given);
          answers["follow-ups-wanted"].answer.groups.forEach(group => {
            group.count = 0;
          });
          answers["insights-wanted"].answer.findings = [];
          return {...welcome({...RUNNING, state: "done", folder: null, found: 12, done: 12, finished: 14}), ...answers};
        },
      },
    ],
  },
];
