/**
 * A server on this computer that gives the sources as an installed extension has them: the same files, the same content
 * security policy. Modules do not load from file://.
 */
import {createServer} from "node:http";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {extname} from "node:path";
import {LANGUAGES, catalogueOf} from "./catalogue.mjs";

const SOURCES = new URL("../src/", import.meta.url);

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
};

export const manifest = JSON.parse(await readFile(new URL("manifest.json", SOURCES), "utf8"));

/** Where axe-core is, under the root of a language: the policy lets a page load its own scripts alone. */
export const AXE = "axe.js";

/**
 * @returns {Promise<{root: (language: import("./catalogue.mjs").Language) => string, close: () => void}>} root: where
 *   the pages are in a language, with a slash at its end
 */
export async function openSite() {
  const server = createServer(async ({url = "/"}, response) => {
    if (url === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const [, language, path] = /^\/(\w+)\/([\w./-]+)/.exec(url) ?? [];
    try {
      const [, locale] = /^_locales\/(\w+)\/messages\.json$/.exec(path) ?? [];
      const known = LANGUAGES.find(one => one === language);
      const body = path === AXE ? axe
        : locale === "en" && known === "pseudo" ? JSON.stringify(catalogueOf(known))
          : await readFile(new URL(path, SOURCES));
      response.writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "cache-control": "max-age=600",
        "content-security-policy": manifest.content_security_policy.extension_pages,
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
    root: language => `http://127.0.0.1:${port}/${language}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
