/**
 * A server on this computer that gives the sources as an installed extension has them: the same files, the same content
 * security policy. Modules do not load from file://.
 */
import {createServer} from "node:http";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {extname} from "node:path";
import {catalogueOf} from "./catalogue.mjs";

const SOURCES = new URL("../src/", import.meta.url);

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
};

/** What runs in a page before its own scripts; the policy lets it load what comes from here alone. */
const FIRST = "tact-first.js";

const CATALOGUE = /^_locales\/\w+\/messages\.json$/;

/** Where axe-core is; the same for all, so that the browser compiles it once. */
export const AXE = "/axe.js";

/** @typedef {import("./catalogue.mjs").Language} Language */

export const manifest = JSON.parse(await readFile(new URL("manifest.json", SOURCES), "utf8"));

/**
 * @returns {Promise<{visit: (language: Language, first: (root: string) => string) => string, close: () => void}>}
 *   visit: where the extension is installed for one visit, an address with a slash at its end; first: the script that
 *   runs in its pages before their own
 */
export async function openSite() {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  /** @type {{language: Language, first: string}[]} */
  const visits = [];

  /** @param {string} url @returns {Promise<string | Buffer>} */
  async function bodyOf(url) {
    const [, number, path] = /^\/(\d+)\/([\w./-]+)/.exec(url) ?? [];
    const visit = visits[Number(number)];
    if (path === FIRST) {
      return visit.first;
    }
    if (CATALOGUE.test(path) && visit.language === "pseudo") {
      return JSON.stringify(catalogueOf("pseudo"));
    }
    const file = await readFile(new URL(path, SOURCES));
    return extname(path) === ".html"
      ? String(file).replace("<head>", `<head><script src="/${number}/${FIRST}"></script>`)
      : file;
  }

  const server = createServer(async ({url = "/"}, response) => {
    if (url === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    try {
      const body = url === AXE ? axe : await bodyOf(url);
      response.writeHead(200, {
        "content-type": TYPES[extname(new URL(url, "http://localhost").pathname)] ?? "application/octet-stream",
        "content-security-policy": manifest.content_security_policy.extension_pages,
        ...(url === AXE ? {"cache-control": "max-age=600"} : {}),
      }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => {
    server.listen(0, "127.0.0.1", () => resolve(null));
  });
  const {port} = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    visit(language, first) {
      const root = `http://127.0.0.1:${port}/${visits.length}/`;
      visits.push({language, first: first(root)});
      return root;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
