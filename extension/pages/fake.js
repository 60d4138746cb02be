/**
 * What a page finds in the place of Thunderbird: a `browser` that knows the texts and the storage of its own and asks
 * the test for everything else, by name. Runs in the page before its scripts; `world` comes from the test.
 *
 * @param {{language: string, catalogue: import("./catalogue.mjs").Catalogue, root: string, isPseudo: boolean,
 *   stored: Record<string, Record<string, unknown>>, manifest: object, now: number}} world now: the time, which stands
 *   still
 */
export function fakeBrowser({language, catalogue, root, isPseudo, stored, manifest, now}) {
  /** @type {any} */
  const page = globalThis;

  /** @type {Map<string, Set<Function>>} */
  const listeners = new Map();
  /** @param {string} event */
  const listenersOf = event => {
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known);
    return known;
  };
  /** Lets an event happen, as Thunderbird would. @param {string} event @param {...unknown} what */
  page.tactHappens = (event, ...what) => [...listenersOf(event)].map(listener => listener(...what));

  /** @param {string} key @param {string | string[]} [given] */
  function getMessage(key, given = []) {
    const substitutions = [given].flat();
    if (key === "@@ui_locale") {
      return language;
    }
    const known = catalogue[key];
    if (!known) {
      page.tactRefused(`i18n.getMessage("${key}")`);
      return "";
    }
    /** @type {Record<string, string>} */
    const placeholders = Object.fromEntries(Object.entries(known.placeholders ?? {})
      .map(([name, {content}]) => [name.toLowerCase(), content]));
    /** @param {string} words */
    const numbered = words => words.replace(/\$(\d)/g, (_, at) => substitutions[Number(at) - 1] ?? "");
    return numbered(known.message.replace(/\$([A-Za-z0-9_@]+)\$/g,
      (_, name) => placeholders[name.toLowerCase()] ?? ""));
  }

  /** @param {string} area */
  const storageOf = area => {
    /** @type {Record<string, unknown>} */
    const kept = stored[area] ?? {};
    /** @param {Record<string, {oldValue?: unknown, newValue?: unknown}>} changes */
    const changed = changes => page.tactHappens("storage.onChanged", changes, area);
    return {
      /** @param {null | string | string[] | Record<string, unknown>} [keys] */
      async get(keys = null) {
        if (area === "managed" && !stored.managed) {
          throw new Error("Managed storage manifest not found");
        }
        if (keys === null) {
          return structuredClone(kept);
        }
        const defaults = typeof keys === "object" && !Array.isArray(keys) ? keys : {};
        const names = typeof keys === "string" ? [keys] : Array.isArray(keys) ? keys : Object.keys(keys);
        return structuredClone(Object.fromEntries(names.filter(name => name in kept || name in defaults)
          .map(name => [name, kept[name] ?? defaults[name]])));
      },
      /** @param {Record<string, unknown>} values */
      async set(values) {
        const before = structuredClone(kept);
        Object.assign(kept, structuredClone(values));
        changed(Object.fromEntries(Object.entries(values).map(([name, newValue]) =>
          [name, {oldValue: before[name], newValue}])));
      },
      /** @param {string | string[]} names */
      async remove(names) {
        [names].flat().forEach(name => delete kept[name]);
      },
    };
  };

  /** @type {Record<string, Function>} */
  const known = {
    "i18n.getMessage": getMessage,
    "i18n.getUILanguage": () => language,
    "runtime.getURL": (/** @type {string} */ path) => new URL(path.replace(/^\//, ""), root).href,
    "runtime.getManifest": () => manifest,
  };
  for (const area of ["local", "session", "managed"]) {
    for (const [name, does] of Object.entries(storageOf(area))) {
      known[`storage.${area}.${name}`] = does;
    }
  }

  /** @param {string} path @returns {any} */
  const part = path => new Proxy(() => {}, {
    get(_, name) {
      if (typeof name === "symbol" || name === "then") {
        return undefined;
      }
      const inner = path === "" ? name : `${path}.${name}`;
      const [, event] = /^(.*\.on[A-Z]\w*)\.addListener$/.exec(inner) ?? [];
      return event ? (/** @type {Function} */ listener) => void listenersOf(event).add(listener) : part(inner);
    },
    apply(_, __, given) {
      if (known[path]) {
        return known[path](...given);
      }
      const [, removed] = /^(.*\.on[A-Z]\w*)\.(?:removeListener|hasListener)$/.exec(path) ?? [];
      return removed ? listenersOf(removed).delete(given[0]) : page.tactAsked(path, structuredClone(given));
    },
  });
  page.browser = part("");

  if (isPseudo) {
    // What the platform writes for a locale is no text of the catalogue, and none that is missing from it.
    /** @param {any} prototype @param {string[]} names */
    const bracket = (prototype, names) => names.forEach(name => {
      const {get, value} = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(prototype, name));
      /** @param {unknown} made */
      const marked = made => typeof made === "string" && /\p{L}/u.test(made) ? `⟦${made}⟧` : made;
      Object.defineProperty(prototype, name, {
        configurable: true,
        ...get
          ? {get() {
            const does = get.call(this);
            return (/** @type {unknown[]} */ ...given) => marked(does(...given));
          }}
          : {value(/** @type {unknown[]} */ ...given) {
            return marked(value.apply(this, given));
          }},
      });
    });
    bracket(Intl.DateTimeFormat.prototype, ["format", "formatRange"]);
    bracket(Intl.NumberFormat.prototype, ["format", "formatRange"]);
    bracket(Intl.RelativeTimeFormat.prototype, ["format"]);
    bracket(Intl.DisplayNames.prototype, ["of"]);
    bracket(Intl.ListFormat.prototype, ["format"]);
    bracket(Date.prototype, ["toLocaleDateString", "toLocaleTimeString", "toLocaleString"]);
  }

  page.Date = class extends Date {
    /** @override */
    static now = () => now;

    /** @param {any[]} given */
    constructor(...given) {
      super(.../** @type {[number]} */ (given.length > 0 ? given : [now]));
    }
  };
}
