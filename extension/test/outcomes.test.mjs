import assert from "node:assert/strict";
import {test} from "node:test";
import {HostFault, HostProblem} from "../src/host.mjs";
import {Outcomes} from "../src/outcomes.mjs";
import {fakeHost, fakeStorage} from "./fakes.mjs";

/** @type {any} */
const CHOICE = {outcome: "let-go", person: "anna@example.org", references: ["a@b"]};
const away = () => Promise.reject(new HostFault("gone"));
const receipt = () => ({recorded: 1, known: 0, unreadable: 0});

test("a choice is told to the host and struck off", async () => {
  const storage = fakeStorage();
  const host = fakeHost({"outcome-stated": receipt});
  const outcomes = new Outcomes({host, storage: /** @type {any} */ (storage)});
  await outcomes.state(CHOICE);
  await outcomes.deliver();
  assert.deepEqual(host.asked, [{type: "outcome-stated", ...CHOICE}]);
  assert.deepEqual(storage.kept.outcomes, []);
});

test("choices made while the host is away wait, in their order, also for a later life of this page", async () => {
  const storage = fakeStorage();
  const first = new Outcomes({host: fakeHost({"outcome-stated": away}), storage: /** @type {any} */ (storage)});
  await first.state(CHOICE);
  await first.state({...CHOICE, outcome: "send-anyway"});
  const host = fakeHost({"outcome-stated": receipt});
  await new Outcomes({host, storage: /** @type {any} */ (storage)}).deliver();
  assert.deepEqual(host.asked.map(({outcome}) => outcome), ["let-go", "send-anyway"]);
  assert.deepEqual(storage.kept.outcomes, []);
});

test("a choice the host will never take does not stand in the way of the next", async () => {
  const storage = fakeStorage();
  const host = fakeHost({"outcome-stated": ({references}) => references.length > 0
    ? Promise.reject(new HostProblem({code: 7, text: "invalid", retryable: false}))
    : receipt()});
  const outcomes = new Outcomes({host, storage: /** @type {any} */ (storage)});
  await outcomes.state(CHOICE);
  await outcomes.state({...CHOICE, references: []});
  await outcomes.deliver();
  assert.deepEqual(storage.kept.outcomes, []);
});

test("a storage that fails is survived", async () => {
  const storage = {get: async () => Promise.reject(new Error("quota")), set: async () => {}};
  await new Outcomes({host: fakeHost({}), storage: /** @type {any} */ (storage)}).state(CHOICE);
});
