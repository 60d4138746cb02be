/**
 * `npm ci`, unless what is installed is already newer than the lock.
 */
import {spawnSync} from "node:child_process";
import {statSync} from "node:fs";

/** @param {string} path @returns {number} when it was written; 0 when it is not there */
const writtenAt = path => statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;

if (writtenAt("node_modules/.package-lock.json") < writtenAt("package-lock.json")) {
  const {status} = spawnSync("npm", ["ci", "--no-audit", "--no-fund"],
    {stdio: "inherit", shell: process.platform === "win32"});
  process.exit(status ?? 1);
}
