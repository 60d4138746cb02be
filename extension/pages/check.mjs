/**
 * Looks at Tact's own pages in Chromium, in every state of states.mjs: by axe-core for WCAG 2.2 AA, by keyboard, in a
 * pseudo-locale, from right to left, with less motion; in light and dark, in English and German, of which it leaves
 * pictures in target/pages. Words on the command line choose states whose path or name contains one of them.
 */
import assert from "node:assert/strict";
import {mkdirSync, rmSync} from "node:fs";
import {after, before, describe, it} from "node:test";
import {fileURLToPath} from "node:url";
import {chromium} from "playwright-core";
import {catalogueOf, codeOf} from "./catalogue.mjs";
import {fakeBrowser} from "./fake.js";
import {installLooks} from "./looks.js";
import {AXE, manifest, openSite} from "./site.mjs";
import {PAGES, given} from "./states.mjs";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("./catalogue.mjs").Language} Language
 * @typedef {import("./states.mjs").Look} Look
 * @typedef {import("./states.mjs").State} State
 */

/** Debian's; another may be named. */
const CHROMIUM = process.env.TACT_CHROMIUM ?? "/usr/bin/chromium";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--force-color-profile=srgb"];

const PICTURES = fileURLToPath(new URL("../target/pages/", import.meta.url));

/** The day of the golden replies. */
const NOW = new Date("2026-11-23T09:00:00+01:00");

const WCAG = {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]};

/** Of these rules, those on colours; nothing else is different in the dark. */
const COLORS = {type: "rule", values: ["color-contrast", "link-in-text-block"]};

/** WCAG 1.4.10: a page that is read in a tab has to fit into this, in CSS pixels. */
const NARROW_PX = 320;

/** A page that still asks for something after so long hangs, in milliseconds. */
const PATIENCE_MS = 8_000;

/** Nothing asked for so long: the page is ready, in milliseconds. */
const STILL_MS = 40;

/** No picture is higher than this, in CSS pixels. */
const MOST_PX = 4_000;

/** How many presses of Tab date fields take beyond one each. */
const STOPS_OF_DATES = 12;

/** One page at a time for each core of the smallest machine this runs on. */
const AT_ONCE = 2;

const chosen = process.argv.slice(2);

/** @type {import("playwright-core").Browser} */
let engine;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;

/** Pages that nobody visits: making one costs more than all that is looked at in it. @type {Page[]} */
const free = [];

/** The last visit to each page. @type {WeakMap<Page, Visit>} */
const visits = new WeakMap();

/** A page in one state, as a person in one language has it. */
class Visit {
  /** What the page was given, for telling data from texts. @type {string[]} */
  data = [];
  /** @type {string[]} */
  faults = [];
  #asking = 0;
  #lastAsked = 0;
  #look;
  #set;
  /** @type {Page} */
  page;

  /**
   * @param {Page} page
   * @param {Look} look
   * @param {{answers: Record<string, unknown>, calls: Record<string, unknown>}} set
   */
  constructor(page, look, set) {
    this.page = page;
    this.#look = look;
    this.#set = set;
  }

  /**
   * @param {Look} look
   * @param {State} state
   * @param {Language} language
   */
  static async begin(look, state, language) {
    const page = free.pop() ?? await newPage();
    const what = given(language);
    const visit = new Visit(page, look, {
      answers: state.answers?.(what) ?? {},
      calls: {...look.calls?.(what), ...state.calls?.(what)},
    });
    visits.set(page, visit);
    visit.#give(state.stored);
    const root = site.visit(language, address => `(${fakeBrowser})(${JSON.stringify({
      language: codeOf(language),
      catalogue: catalogueOf(language),
      root: address,
      isPseudo: language === "pseudo",
      stored: state.stored ?? {},
      manifest,
      now: NOW.getTime(),
    })});\n(${installLooks})();`);
    await page.setViewportSize({width: look.width, height: look.height});
    await page.emulateMedia({
      colorScheme: "light", reducedMotion: language === "pseudo" ? "reduce" : "no-preference",
    });
    await page.goto(`${root}${look.path}${state.query ? `?${state.query}` : ""}`);
    await page.addScriptTag({url: AXE});
    await visit.still();
    await state.steps?.(page);
    await visit.still();
    return visit;
  }

  /** Something has gone wrong in the page. @param {string} what */
  fault(what) {
    this.faults.push(what);
  }

  /**
   * What the page is answered.
   *
   * @param {string} name
   * @param {any[]} args
   */
  async answer(name, args) {
    const {answers, calls} = this.#set;
    this.#asking++;
    try {
      const [table, key] = name === "runtime.sendMessage" ? [answers, args[0]?.type] : [calls, name];
      if (!Object.hasOwn(table, key)) {
        this.faults.push(`${name}${table === answers ? `({type: "${key}"})` : ""} was not set up`);
        throw new Error(`${key} was not set up`);
      }
      const value = typeof table[key] === "function" ? await table[key](...args) : table[key];
      this.#give(value);
      return value ?? null;
    } finally {
      this.#asking--;
      this.#lastAsked = Date.now();
    }
  }

  /** @param {unknown} value */
  #give(value) {
    if (typeof value === "string") {
      this.data.push(value);
    } else if (typeof value === "object" && value !== null) {
      Object.values(value).forEach(one => this.#give(one));
    }
  }

  /** Waits until the page has asked for all it wants and shown it. */
  async still() {
    const end = Date.now() + PATIENCE_MS;
    do {
      await this.page.evaluate(() => new Promise(resolve => {
        requestAnimationFrame(() => setTimeout(resolve, 0));
      }));
      if (Date.now() > end) {
        throw new Error("the page does not stop asking");
      }
    } while (this.#asking > 0 || Date.now() - this.#lastAsked < STILL_MS);
  }

  /** Makes the window as high as what is in it, so that a picture shows all, and what stands at its foot once. */
  async unfold() {
    const {width, height} = /** @type {{width: number, height: number}} */ (this.page.viewportSize());
    const least = this.#look.kind === "popup" ? 1 : height;
    await this.page.setViewportSize({width, height: least});
    const wanted = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({width, height: Math.min(Math.max(wanted, least), MOST_PX)});
    await this.still();
  }

  /** @param {string} name @param {...unknown} args @returns {Promise<any>} */
  look(name, ...args) {
    return this.page.evaluate(({looked, with: given}) =>
      /** @type {any} */ (globalThis).tactLooks[looked](...given), {looked: name, with: args});
  }

  /** @param {typeof WCAG} rules @returns {Promise<string[]>} what is not accessible */
  async violations(rules) {
    const {violations} = await this.page.evaluate(runOnly => /** @type {any} */ (globalThis).axe.run(document,
      {runOnly, resultTypes: ["violations"]}), rules);
    return violations.flatMap((/** @type {any} */ {id, help, nodes}) => nodes.map((/** @type {any} */ node) =>
      `${id}: ${help}: ${node.target.join(" ")} (${node.failureSummary.split("\n")[1]?.trim()})`));
  }

  /** @returns {Promise<string[]>} where the Tab key does not lead, or leads to something without a name or a sign */
  async keyboard() {
    const count = await this.look("watchFocus");
    /** @type {string[]} */
    let found = [];
    // From where the focus is to the end, and from the beginning on.
    for (let round = 0; round < 2; round++) {
      await Promise.all(Array.from({length: count + STOPS_OF_DATES}, () => this.page.keyboard.press("Tab")));
      found = await this.look("focusFaults");
      if (found.length === 0) {
        break;
      }
    }
    return found;
  }

  /** Leaves the page to the next. */
  end() {
    free.push(this.page);
  }
}

/** @returns {Promise<Page>} for one visit after the other */
async function newPage() {
  const page = await engine.newPage({timezoneId: "Europe/Berlin"});
  page.setDefaultTimeout(PATIENCE_MS);
  const visit = () => /** @type {Visit} */ (visits.get(page));
  page.on("pageerror", error => visit().fault(`an error: ${error.message}`));
  page.on("console", message => {
    if (message.type() === "error") {
      visit().fault(`in the console: ${message.text()}`);
    }
  });
  await page.exposeFunction("tactRefused", (/** @type {string} */ name) => visit().fault(`${name} was not set up`));
  await page.exposeFunction("tactAsked", (/** @type {string} */ name, /** @type {any[]} */ args) =>
    visit().answer(name, args));
  return page;
}

/** @param {Record<string, string[]>} found by what was looked at */
function assertNothing(found) {
  const said = Object.entries(found).filter(([, wrong]) => wrong.length > 0)
    .map(([where, wrong]) => `${where}:\n${[...new Set(wrong)].map(one => `  - ${one}`).join("\n")}`);
  assert.equal(said.join("\n"), "");
}

before(async () => {
  if (chosen.length === 0) {
    rmSync(PICTURES, {recursive: true, force: true});
  }
  site = await openSite();
  // A profile of its own in a temporary folder, deleted at the end.
  engine = await chromium.launch({executablePath: CHROMIUM, args: FLAGS});
});

after(async () => {
  await engine?.close();
  site?.close();
});

describe("Tact's own pages", {concurrency: AT_ONCE}, () => {
  for (const look of PAGES) {
    const page = look.path.split("/")[0];
    for (const state of look.states) {
      if (chosen.length > 0 && !chosen.some(word => `${look.path} ${state.name}`.includes(word))) {
        continue;
      }
      it(`${page}, ${state.name}: for everybody, in light and dark, in English and German`, async () => {
        /** @type {Record<string, string[]>} */
        const found = {};
        mkdirSync(`${PICTURES}${page}`, {recursive: true});
        for (const language of /** @type {const} */ (["en", "de"])) {
          const visit = await Visit.begin(look, state, language);
          await visit.unfold();
          for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
            await visit.page.emulateMedia({colorScheme});
            await visit.page.screenshot({
              path: `${PICTURES}${page}/${state.name}-${language}-${colorScheme}.png`,
            });
            found[`${language}, ${colorScheme}`] = await visit.violations(colorScheme === "dark" ? COLORS : WCAG);
          }
          found[`${language}, room for the texts`] = [...await visit.look("clipped"), ...await visit.look("sideways")];
          if (language === "en") {
            found["by keyboard"] = await visit.keyboard();
            await visit.look("space");
            await visit.still();
            found["more space in the text"] = [...await visit.look("clipped"), ...await visit.look("sideways")];
          }
          found[`${language}, what the page does`] = visit.faults;
          visit.end();
        }
        assertNothing(found);
      });

      it(`${page}, ${state.name}: with other texts, from right to left, with less motion`, async () => {
        const visit = await Visit.begin(look, state, "pseudo");
        const {page: shown} = visit;
        /** @type {Record<string, string[]>} */
        const found = {
          "texts that are in no catalogue": await visit.look("untranslated", visit.data),
          "room for longer texts": [...await visit.look("clipped"), ...await visit.look("sideways")],
          "less motion": await visit.look("moving"),
        };
        await shown.evaluate(() => {
          document.documentElement.dir = "rtl";
        });
        await visit.still();
        found["from right to left"] = [...await visit.look("clipped"), ...await visit.look("sideways")];
        if (look.kind === "tab") {
          await shown.setViewportSize({width: NARROW_PX, height: look.height});
          await visit.still();
          found["in a narrow window"] = await visit.look("sideways");
        }
        found["what the page does"] = visit.faults;
        visit.end();
        assertNothing(found);
      });
    }
  }
});
