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

test("who says something hears what the host notes of it, also after others that waited", async () => {
  const storage = fakeStorage();
  await new Statements({host: fakeHost({"stated": away}), storage: /** @type {any} */ (storage)}).state(SAID);
  const host = fakeHost({"stated": ({claim}) => ({text: claim.kind, undo: {kind: "taken-back", what: claim.kind}})});
  const statements = new Statements({host, storage: /** @type {any} */ (storage)});
  const said = await statements.say({...SAID, claim: {kind: "muted", scope: "person"}});
  assert.deepEqual(said, {noted: {text: "muted", undo: {kind: "taken-back", what: "muted"}}, kept: false});
});

test("who says something while the host is away hears that it is kept", async () => {
  const storage = fakeStorage();
  const statements = new Statements({host: fakeHost({"stated": away}), storage: /** @type {any} */ (storage)});
  assert.deepEqual(await statements.say(SAID), {noted: null, kept: true});
  assert.equal(storage.kept.statements.length, 1);
});

test("who says what the host will never take hears that it is not noted", async () => {
  const refused = () => Promise.reject(new HostProblem({code: 7, text: "invalid", retryable: false}));
  const statements = new Statements({
    host: fakeHost({"stated": refused}), storage: /** @type {any} */ (fakeStorage()),
  });
  assert.deepEqual(await statements.say(SAID), {noted: null, kept: false});
});

test("a storage that fails is survived", async () => {
  const storage = {get: async () => Promise.reject(new Error("quota")), set: async () => {}};
  const statements = new Statements({host: fakeHost({}), storage: /** @type {any} */ (storage)});
  await statements.state(SAID);
  assert.deepEqual(await statements.say(SAID), {noted: null, kept: false});
});
