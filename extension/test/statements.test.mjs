import assert from "node:assert/strict";
import {test} from "node:test";
import {HostFault, HostProblem} from "../src/host.mjs";
import {Statements} from "../src/statements.mjs";
import {fakeHost, fakeStorage} from "./fakes.mjs";

/** @type {any} */
const SAID = {person: "anna@example.org", references: ["a@b"], claim: {kind: "decided", outcome: "let-go"}};
const away = () => Promise.reject(new HostFault("gone"));
const noted = () => ({text: "Noted.", undo: null});

test("a statement is told to the host and struck off", async () => {
  const storage = fakeStorage();
  const host = fakeHost({"stated": noted});
  const statements = new Statements({host, storage: /** @type {any} */ (storage)});
  await statements.state(SAID);
  await statements.deliver();
  assert.deepEqual(host.asked, [{type: "stated", ...SAID}]);
  assert.deepEqual(storage.kept.statements, []);
});

test("statements made while the host is away wait, in their order, also for a later life of this page", async () => {
  const storage = fakeStorage();
  const first = new Statements({host: fakeHost({"stated": away}), storage: /** @type {any} */ (storage)});
  await first.state(SAID);
  await first.state({...SAID, claim: {kind: "muted", scope: "person"}});
  const host = fakeHost({"stated": noted});
  await new Statements({host, storage: /** @type {any} */ (storage)}).deliver();
  assert.deepEqual(host.asked.map(({claim}) => claim.kind), ["decided", "muted"]);
  assert.deepEqual(storage.kept.statements, []);
});

test("a statement the host will never take does not stand in the way of the next", async () => {
  const storage = fakeStorage();
  const host = fakeHost({"stated": ({references}) => references.length > 0
    ? Promise.reject(new HostProblem({code: 7, text: "invalid", retryable: false}))
    : noted()});
  const statements = new Statements({host, storage: /** @type {any} */ (storage)});
  await statements.state(SAID);
  await statements.state({...SAID, references: []});
  await statements.deliver();
  assert.deepEqual(storage.kept.statements, []);
});

test("a storage that fails is survived", async () => {
  const storage = {get: async () => Promise.reject(new Error("quota")), set: async () => {}};
  await new Statements({host: fakeHost({}), storage: /** @type {any} */ (storage)}).state(SAID);
});
