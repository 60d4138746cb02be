// A host of the tests. Usage: node fake-host.mjs MODE
//   incompatible  knows no protocol version that the add-on speaks
//   silent        says its welcome and nothing more
//   linter        finds what the tests have put into a draft, offers every fix, and writes down what is stated
import { appendFileSync } from "node:fs";

const mode = process.argv[2];
let input = Buffer.alloc(0);

function write(message) {
  const json = Buffer.from(JSON.stringify(message));
  const length = Buffer.alloc(4);
  new Uint32Array(length.buffer, length.byteOffset, 1)[0] = json.length;
  process.stdout.write(Buffer.concat([length, json]));
}

// What the linter finds: the words, how severe they are, what it says.
const FINDINGS = [
  ["still waiting for your answer", "hold", "This reads as a reproach."],
  ["ASAP", "warning", "This presses, and gives no reason. Who reads it has other deadlines, and does not know yours: say by "
    + "when you need an answer, and what for."],
  ["just checking in", "hint", "This asks nothing."],
  ["Hello,", "info", "A greeting with the name is friendlier."],
  ["Have", "info", "There is no greeting."],
];

const REPLACEMENTS = { ASAP: ["", "by Friday"], "just checking in": ["I have one question"], "Have": ["Dear Anna,\n\nHave"] };

const fix = (id, needs) => ({
  id, label: id, messageId: null, attribution: null, mark: null, text: null, day: null, to: null, body: null, ...needs,
});

const advice = (rule, severity, text, marks, fixes) => ({
  rule, severity, text, passage: null, passageText: null, optional: true, marks, fixes, choices: [], evidence: null,
});

function annotation({ to, text, attached }) {
  const lines = text.split("\n").filter(line => !line.startsWith(">")).join("\n");
  const found = FINDINGS.map(([quote, severity, says]) => {
    // The text of a draft in HTML is wrapped.
    const places = [...lines.matchAll(new RegExp(quote.replaceAll(" ", "\\s+"), "g"))].map(([words]) => words);
    const marks = places.map((words, at) => ({ quote: words, nth: places.slice(0, at).filter(w => w === words).length }));
    const replacements = REPLACEMENTS[quote] ?? [];
    return advice(`found-${quote}`, severity, says, marks,
      marks.flatMap(mark => replacements.map(words => fix("replace", { mark, text: words }))));
  }).filter(({ marks }) => marks.length > 0);
  const later = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  return {
    badge: "2/3", label: "Attempt 2 of 3", title: "attempt 2 of 3", lens: { text: ["Linted", ...attached].join(" "), severity: "hint" },
    person: to[0] ?? null, name: null, threadStreak: 1, personStreak: 1, due: null,
    advice: [...found, advice("offers", "info", "What could be done", [], [
      fix("add-sentence", { text: "May I call you on Tuesday?" }),
      fix("set-subject", { text: "Re: Bridges at night" }),
      fix("send-on", { day: later }),
      fix("write-to", { to: "Tom Ash <tom@ash.example>", text: "Anna Berg", body: "Dear Tom,\n\nwould you introduce me?\n\nLena" }),
    ])],
    actions: [], hold: null, gutCheck: null, call: null,
  };
}

const REPLIES = {
  "draft-changed": ({ draft }) => ({ annotation: annotation(draft) }),
  "send-requested": ({ draft }) => ({ annotation: annotation(draft) }),
  "history-asked": () => ({ missing: { searches: [] } }),
  "mails-listed": () => ({ unknown: { messageIds: [] } }),
  "history-read": () => ({ receipt: { recorded: 0, known: 0, unreadable: 0 } }),
  "mail-observed": ({ mails }) => ({ receipt: { recorded: 0, known: mails.length, unreadable: 0 } }),
  "cards-read": () => ({ receipt: { recorded: 0, known: 0, unreadable: 0 } }),
  "message-displayed": () => ({ counter: { badge: null, text: null, title: null, severity: null, standing: null } }),
  "stated": event => {
    appendFileSync("stated.jsonl", `${JSON.stringify(event)}\n`);
    return { noted: { text: "Noted", undo: null } };
  },
};

function answer({ id, event }) {
  if (event.type === "hello" && mode === "incompatible") {
    write({ v: 1, id, problem: {
      code: 4, text: "The Tact host 9.0 needs a newer add-on: update the Tact add-on in Thunderbird.", retryable: false,
    } });
  } else if (event.type === "hello") {
    write({ v: 1, id, welcome: { host: "0.1.0", protocol: 1, language: "en" } });
  } else if (mode === "linter") {
    const unknown = { problem: { code: 6, text: `There is no event of type ${event.type}.`, retryable: false } };
    write({ v: 1, id, ...REPLIES[event.type]?.(event) ?? unknown });
  }
}

process.stdin.on("data", chunk => {
  input = Buffer.concat([input, chunk]);
  while (input.length >= 4) {
    const end = 4 + new Uint32Array(Uint8Array.from(input.subarray(0, 4)).buffer)[0];
    if (input.length < end) {
      return;
    }
    answer(JSON.parse(input.subarray(4, end)));
    input = input.subarray(end);
  }
});
process.stdin.on("end", () => process.exit(0));
