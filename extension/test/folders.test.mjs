import assert from "node:assert/strict";
import {test} from "node:test";
import {MailFolders, mailFoldersOf} from "../src/folders.mjs";
import {UNSET} from "../src/settings.mjs";
import {FakeClock, only} from "./fakes.mjs";

const FOLDERS = [
  {id: "inbox", accountId: "1", path: "/INBOX", specialUse: ["inbox"]},
  {id: "sent", accountId: "1", path: "/Sent", specialUse: ["sent"]},
  {id: "trash", accountId: "1", path: "/Trash", specialUse: ["trash"]},
];

/** @param {string[]} accountsOff */
function setUp(accountsOff = []) {
  const settings = {...UNSET, accountsOff};
  let reads = 0;
  const clock = new FakeClock();
  const api = only({
    accounts: {list: async () => [
      {id: "1", name: "Work", type: "imap", identities: [{email: "me@example.org"}]},
      {id: "2", name: "News", type: "rss"},
      {id: "3", name: "Local Folders", type: "local"},
    ]},
    folders: {query: async () => {
      reads++;
      return [...FOLDERS, {id: "feed", accountId: "2", path: "/f"}, {id: "old", accountId: "3", path: "/Old"}];
    }},
  });
  return {folders: new MailFolders({api, settings: {current: async () => settings}, clock}), settings, clock,
    reads: () => reads};
}

test("mail of what lies below trash or junk, of feeds, and of views on other folders is not looked at", () => {
  const folders = [
    ...FOLDERS,
    {id: "below", accountId: "1", path: "/Trash/Old"},
    {id: "alike", accountId: "1", path: "/Trashy"},
    {id: "other", accountId: "3", path: "/Trash/Old"},
    {id: "root", accountId: "1", path: "/", isRoot: true},
    {id: "view", accountId: "1", path: "/Search", isVirtual: true},
    {id: "feed", accountId: "2", path: "/f"},
  ];
  assert.deepEqual(mailFoldersOf(folders, new Set(["1", "3"])).map(({id}) => id), ["inbox", "sent", "alike", "other"]);
});

test("an account that is switched off is known, but its folders are not looked at", async () => {
  const {folders} = setUp(["1"]);
  assert.deepEqual((await folders.accounts()).map(({id, isOn}) => [id, isOn]), [["1", false], ["3", true]]);
  assert.deepEqual((await folders.list()).map(({id}) => id), ["old"]);
  assert.equal(await folders.isOn("1"), false);
  assert.equal(await folders.isOn("3"), true);
});

test("the list is read again after a while, or when it is forgotten", async () => {
  const {folders, settings, clock, reads} = setUp();
  await folders.list();
  await folders.list();
  assert.equal(reads(), 1);
  settings.accountsOff = ["3"];
  folders.forget();
  assert.deepEqual((await folders.list()).map(({id}) => id), ["inbox", "sent"]);
  await clock.pass(30_001);
  await folders.list();
  assert.equal(reads(), 3);
});
