import assert from "node:assert/strict";
import {test} from "node:test";
import {View} from "../src/followups/view.mjs";
import {fakeStorage, settle} from "./fakes.mjs";

const ALL = Object.freeze({group: null, text: "", sort: /** @type {const} */ ("next")});

/** @param {any} [storage] */
async function viewOf(storage = fakeStorage()) {
  const view = new View(storage);
  await view.read();
  return view;
}

test("at first what needs nothing is closed", async () => {
  const view = await viewOf();
  const groups = /** @type {const} */ (["due", "waiting", "gone-quiet", "done"]);
  assert.deepEqual(groups.map(group => view.isOpen(group, ALL)), [true, true, false, false]);
});

test("what is opened, closed and sorted is remembered", async () => {
  const storage = fakeStorage();
  const view = await viewOf(storage);
  view.toggle("done", ALL);
  view.toggle("waiting", ALL);
  view.sort = "person";
  await settle();
  const again = await viewOf(storage);
  assert.deepEqual([again.isOpen("done", ALL), again.isOpen("waiting", ALL), again.sort], [true, false, "person"]);
});

test("all that a search finds shows; what is closed in it is closed until the next search", async () => {
  const view = await viewOf();
  const search = {...ALL, text: "anna"};
  assert.equal(view.isOpen("done", search), true);
  view.toggle("done", search);
  assert.equal(view.isOpen("done", search), false);
  view.forgetSearch();
  assert.equal(view.isOpen("done", search), true);
  assert.equal(view.isOpen("done", ALL), false);
});

test("a storage that holds something else, or fails, is as if it were empty", async () => {
  const odd = fakeStorage();
  odd.kept.followUpsView = {sort: "mood", closed: "all"};
  assert.equal((await viewOf(odd)).sort, "next");
  assert.equal((await viewOf({get: () => Promise.reject(new Error("disk"))})).isOpen("done", ALL), false);
});
