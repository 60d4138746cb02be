/**
 * What Tact keeps, in the user's hands: export, import, forget, erase.
 */
import {faultText} from "../annotations.mjs";
import {emailsIn} from "../vcards.mjs";
import {hasAddress} from "../events.mjs";
import {element, make, makeButton} from "../parts/dom.mjs";
import {language, text} from "../texts.mjs";
import {END, partOf, portionsOf, recordsIn, tableOf} from "./exports.mjs";

/** Follow-ups asked for at a time. */
const ROWS = 100;

/** Suggestions of people, from so many letters on, and after so long a pause in typing, in milliseconds. */
const LEAST_LETTERS = 2;
const PAUSE_MS = 150;
const MAX_PEOPLE = 12;

/** A file over this size is no export that Thunderbird could hold, in bytes. */
const MAX_FILE_BYTES = 400 * 1024 * 1024;

const number = new Intl.NumberFormat(language);

/** An address of a file to be saved is good for so long, in milliseconds. */
const SAVING_MS = 60_000;

/**
 * @param {string} key with One and without it
 * @param {number} count
 */
const counted = (key, count) => count === 1 ? text(`${key}One`) : text(key, number.format(count));

/** Has the controls do something; once. @param {() => unknown} onChanged called when the ledger has become another */
export function startData(onChanged) {
  work("export", "export-said", exportAll);
  work("table", "export-said", exportTable);
  const file = /** @type {HTMLInputElement} */ (element("file"));
  element("import").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    // So that the same file can be chosen once more.
    file.value = "";
    if (chosen) {
      run("import", "import-said", async tell => {
        const said = await importFile(chosen, tell);
        await onChanged();
        return said;
      });
    }
  });
  startForget(onChanged);
  element("erase").addEventListener("click", () => ask("erase", text("optionsEraseSure"), text("optionsEraseDo"),
    () => run("erase", "erase-said", async () => {
      const forgotten = await wanted({type: "ledger-erased"});
      await onChanged();
      return forgotten.text;
    })));
}

/** @typedef {(words: string) => void} Tell says how far it is */

/**
 * @param {string} button
 * @param {string} said
 * @param {(tell: Tell) => Promise<string>} job
 */
function work(button, said, job) {
  element(button).addEventListener("click", () => run(button, said, job));
}

/**
 * Runs a job: its button is off meanwhile, and what came of it is said beside it.
 *
 * @param {string} button
 * @param {string} said
 * @param {(tell: Tell) => Promise<string>} job
 */
async function run(button, said, job) {
  const place = element(said);
  const control = /** @type {HTMLButtonElement} */ (element(button));
  const tell = (/** @type {string} */ words) => {
    place.textContent = words;
  };
  control.disabled = true;
  try {
    tell(text("optionsWorking"));
    tell(await job(tell));
  } catch (error) {
    if (!(error instanceof Said)) {
      console.error(`Tact: ${button}: ${error}`);
    }
    tell(error instanceof Said ? error.message : text("optionsJobFailed"));
  } finally {
    control.disabled = false;
  }
}

/** A job that ends with words for the user. */
class Said extends Error {}

/**
 * @param {object} message
 * @returns {Promise<any>}
 * @throws {Said} when the host does not answer
 */
async function wanted(message) {
  const {answer, fault} = await browser.runtime.sendMessage(message);
  if (fault) {
    throw new Said(faultText(fault, text));
  }
  return answer;
}

/** @param {Tell} tell */
async function exportAll(tell) {
  /** @type {string[]} */
  const parts = [];
  let count = 0;
  /** @type {string | null} */
  let from = null;
  do {
    /** @type {import("../protocol.mjs").ExportPage} */
    const {records, next} = await wanted({type: "export-wanted", from});
    parts.push(partOf(records, from === null));
    // The first record says what the others are.
    count += records.length - (from === null ? 1 : 0);
    from = next;
    tell(counted("optionsExported", count));
  } while (from !== null);
  save([...parts, END], "application/json", "json");
  return counted("optionsExportDone", count);
}

/** @param {Tell} tell */
async function exportTable(tell) {
  /** @type {import("../protocol.mjs").FollowUp[]} */
  const rows = [];
  for (let more = true; more;) {
    /** @type {import("../protocol.mjs").FollowUpPage} */
    const page = await wanted({type: "follow-ups-wanted", wanted: {group: null, text: "", sort: "next"},
      from: rows.length, limit: ROWS});
    if (page.behind === 0 || page.rows.length > 0) {
      rows.push(...page.rows);
      tell(counted("optionsExportedRows", rows.length));
      more = page.rows.length === ROWS;
    }
  }
  const table = tableOf(rows, column => text(`column_${column}`), group => text(`group_${group.replaceAll("-", "_")}`));
  save([table], "text/csv", "csv");
  return counted("optionsExportRowsDone", rows.length);
}

/**
 * @param {string[]} parts
 * @param {string} type
 * @param {string} ending
 */
function save(parts, type, ending) {
  const url = URL.createObjectURL(new Blob(parts, {type}));
  const link = make("a", "");
  link.href = url;
  link.download = `tact-${new Date().toLocaleDateString("sv")}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), SAVING_MS);
}

/**
 * @param {File} file
 * @param {Tell} tell
 */
async function importFile(file, tell) {
  if (file.size > MAX_FILE_BYTES) {
    throw new Said(text("optionsImport_large"));
  }
  const read = recordsIn(await file.text());
  if ("unreadable" in read) {
    throw new Said(text(`optionsImport_${read.unreadable}`));
  }
  const sum = {recorded: 0, known: 0, unreadable: 0};
  let count = 0;
  const portions = portionsOf(read.records);
  for (const [at, records] of portions.entries()) {
    const isLast = at === portions.length - 1;
    /** @type {import("../protocol.mjs").Receipt} */
    const receipt = await wanted({type: "records-chosen", records, isLast});
    sum.recorded += receipt.recorded;
    sum.known += receipt.known;
    sum.unreadable += receipt.unreadable;
    count += records.length;
    tell(text("optionsImported", number.format(count), number.format(read.records.length)));
  }
  return [counted("optionsImportRecorded", sum.recorded), counted("optionsImportKnown", sum.known),
    ...(sum.unreadable > 0 ? [counted("optionsImportUnreadable", sum.unreadable)] : [])].join(" ");
}

/** @param {() => unknown} onChanged */
function startForget(onChanged) {
  const input = /** @type {HTMLInputElement} */ (element("person"));
  /** @type {any} */
  let timer = null;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => suggest(input.value.trim()), PAUSE_MS);
  });
  element("forget").addEventListener("submit", event => {
    event.preventDefault();
    const person = input.value.trim();
    if (!hasAddress(person)) {
      element("forget-said").textContent = text("formNoAddress");
      input.focus();
      return;
    }
    element("forget-said").textContent = "";
    ask("forget", text("optionsForgetSure", person), text("optionsForgetDo"), () =>
      run("person", "forget-said", async () => {
        const forgotten = await wanted({type: "person-forgotten", person});
        input.value = "";
        await onChanged();
        return forgotten.text;
      }));
  });
}

/** Contacts of the address book on this computer. @param {string} typed */
async function suggest(typed) {
  const contacts = typed.length < LEAST_LETTERS || typed.includes("<") ? []
    : await browser.addressBooks.contacts.query({searchString: typed, includeRemote: false});
  const addresses = contacts.flatMap(({vCard}) => emailsIn(vCard ?? "")).slice(0, MAX_PEOPLE);
  element("people").replaceChildren(...[...new Set(addresses)].map(address => {
    const option = make("option", "");
    option.value = address;
    return option;
  }));
}

/**
 * Asks once more before something goes for good. Esc and the other button leave all as it is.
 *
 * @param {string} id of what is asked about; its place is called so with -sure
 * @param {string} question
 * @param {string} label
 * @param {() => unknown} onSure
 */
function ask(id, question, label, onSure) {
  const place = element(`${id}-sure`);
  const back = /** @type {HTMLElement | null} */ (document.activeElement);
  const close = () => {
    place.hidden = true;
    place.replaceChildren();
    back?.focus();
  };
  const words = make("p", "", question);
  words.id = `${id}-question`;
  const sure = makeButton("danger primary", label, () => {
    close();
    onSure();
  });
  place.replaceChildren(words, make("p", "buttons", makeButton("plain", text("formCancel"), close), sure));
  place.setAttribute("role", "alertdialog");
  place.setAttribute("aria-labelledby", words.id);
  place.onkeydown = ({key}) => {
    if (key === "Escape") {
      close();
    }
  };
  place.hidden = false;
  /** @type {HTMLElement} */ (place.querySelector("button")).focus();
  place.scrollIntoView({block: "nearest"});
}
