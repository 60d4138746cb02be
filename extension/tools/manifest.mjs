/**
 * Writes target/manifest.json: the add-on's manifest with the version of the build, `node tools/manifest.mjs VERSION`.
 * In src/ it says 0.0.0, so that the folder can be loaded as it stands and nobody takes it for a release.
 */
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";

const [version] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync("src/manifest.json", "utf8"));
mkdirSync("target", {recursive: true});
writeFileSync("target/manifest.json", `${JSON.stringify({...manifest, version}, null, 2)}\n`);
