import assert from "node:assert/strict";
import {test} from "node:test";
import {hello, messageDisplayed, historyAsked} from "../src/events.mjs";
import {Fault, Host} from "../src/host.mjs";
import {UNSET} from "../src/settings.mjs";
import {FakeClock, FakePort, settle} from "./fakes.mjs";

const HELLO = hello({version: "0.1.0", language: "en", timeZone: "UTC", settings: UNSET, me: ["me@example.org"]});
const ASK = messageDisplayed("a@b");
const COUNTER = {badge: null, text: null, title: null, severity: null, standing: null};

/** A host with a port for each time it is opened. @param {((port: FakePort) => void) | null} [onOpen] */
function setUp(onOpen = null) {
  const clock = new FakeClock();
  /** @type {FakePort[]} */
  const ports = [];
  const host = new Host({
    connectNative: () => {
      const port = new FakePort();
      ports.push(port);
      if (onOpen) {
        queueMicrotask(() => onOpen(port));
      }
      return port;
    },
    introduce: async () => HELLO,
    clock,
  });
  return {clock, ports, host};
}

/** @param {FakePort} port @param {number} [protocol] */
const welcome = (port, protocol = 1) =>
  port.say({v: 1, id: port.posted[0].id, welcome: {host: "0.1.0", protocol, language: "en"}});

/** @param {FakePort} port */
const answerLast = port => port.say({v: 1, id: port.posted[port.posted.length - 1].id, counter: COUNTER});

/** The error a promise ends with. @param {Promise<any>} promise @returns {Promise<any>} */
const failure = promise => promise.then(() => assert.fail("it did not fail"), error => error);

/** A greeted host. */
async function greeted() {
  const parts = setUp();
  const first = parts.host.request(ASK, {timeoutMs: 2000});
  await settle();
  welcome(parts.ports[0]);
  await settle();
  answerLast(parts.ports[0]);
  await first;
  return parts;
}

test("the first word on a port is hello, and nothing else before the welcome", async () => {
  const {host, ports} = setUp();
  const asked = host.request(ASK, {timeoutMs: 2000});
  await settle();
  assert.deepEqual(ports[0].posted, [{v: 1, id: 1, event: HELLO}]);
  welcome(ports[0]);
  await settle();
  assert.deepEqual(ports[0].posted[1], {v: 1, id: 2, event: ASK});
  answerLast(ports[0]);
  assert.deepEqual(await asked, COUNTER);
  assert.equal(host.ready, true);
});

test("requests made at once share one port, and answers in any order find their request", async () => {
  const {host, ports} = setUp();
  const one = host.request(ASK, {timeoutMs: 2000});
  const other = host.request(historyAsked(["a@b"]), {timeoutMs: 2000});
  await settle();
  welcome(ports[0]);
  await settle();
  const [, {id: first}, {id: second}] = ports[0].posted;
  ports[0].say({v: 1, id: second, missing: {searches: []}});
  ports[0].say({v: 1, id: first, counter: COUNTER});
  assert.deepEqual(await other, {searches: []});
  assert.deepEqual(await one, COUNTER);
  assert.equal(ports.length, 1);
});

test("a problem reply is an error that says so, and the port stays", async () => {
  const {host, ports} = await greeted();
  const asked = failure(host.request(ASK, {timeoutMs: 2000}));
  await settle();
  ports[0].say({v: 1, id: ports[0].posted[2].id, problem: {code: 8, text: "The ledger is locked.", retryable: true}});
  const error = await asked;
  const {fault, code, retryable, detail} = error;
  assert.deepEqual([fault, code, retryable, detail], [Fault.REFUSED, 8, true, "The ledger is locked."]);
  assert.equal(host.ready, true);
});

for (const [words, fault] of /** @type {[string | null, string][]} */ ([
  ["No such native application tact", Fault.MISSING],
  ["An unexpected error occurred", Fault.BROKEN],
  [null, Fault.BROKEN],
])) {
  test(`a port that ends before the welcome with ${words} is ${fault}`, async () => {
    const {host, ports} = setUp();
    const asked = failure(host.request(ASK, {timeoutMs: 2000}));
    await settle();
    ports[0].end(words);
    assert.equal((await asked).fault, fault);
    assert.equal(host.fault?.fault, fault);
  });
}

test("a host that is killed while in use fails what waits and is started again a moment later", async () => {
  const {host, ports, clock} = await greeted();
  const asked = failure(host.request(ASK, {timeoutMs: 2000}));
  await settle();
  ports[0].end(null);
  assert.equal((await asked).fault, Fault.GONE);
  await clock.pass(100);
  const again = host.request(ASK, {timeoutMs: 2000});
  await settle();
  welcome(ports[1]);
  await settle();
  answerLast(ports[1]);
  await again;
  assert.equal(host.fault, null);
});

test("stray output of the host closes the port as garbled", async () => {
  const {host, ports} = await greeted();
  ports[0].end("Native application tried to send a message of 1663069440 bytes, which exceeds the limit of "
    + "1048576 bytes.");
  assert.equal(host.fault?.fault, Fault.GARBLED);
});

for (const [what, reply] of Object.entries({
  "is no reply": {v: 1, id: 3, nonsense: {}},
  "answers another kind of event": {v: 1, id: 3, receipt: {recorded: 0, known: 0, unreadable: 0}},
  "answers what was never asked": {v: 1, id: 99, counter: COUNTER},
})) {
  test(`a frame that ${what} closes the port as garbled`, async () => {
    const {host, ports} = await greeted();
    const asked = failure(host.request(ASK, {timeoutMs: 2000}));
    await settle();
    ports[0].say(reply);
    assert.equal((await asked).fault, Fault.GARBLED);
    assert.equal(ports[0].disconnected, true);
  });
}

test("a handshake without a common version is incompatible, in the host's words, and patient", async () => {
  const {host, ports, clock} = setUp();
  const asked = failure(host.request(ASK, {timeoutMs: 2000}));
  await settle();
  ports[0].say({v: 1, id: 1, problem: {code: 4, text: "Update the add-on.", retryable: false}});
  const error = await asked;
  assert.deepEqual([error.fault, error.detail], [Fault.INCOMPATIBLE, "Update the add-on."]);
  await clock.pass(59_000);
  assert.equal((await failure(host.request(ASK, {timeoutMs: 2000}))).fault, Fault.INCOMPATIBLE);
  assert.equal(ports.length, 1);
  await clock.pass(2_000);
  failure(host.request(ASK, {timeoutMs: 2000}));
  assert.equal(ports.length, 2);
});

test("a welcome to a version this side does not speak is incompatible", async () => {
  const {host, ports} = setUp();
  const asked = failure(host.request(ASK, {timeoutMs: 2000}));
  await settle();
  welcome(ports[0], 2);
  assert.equal((await asked).fault, Fault.INCOMPATIBLE);
});

test("a request without an answer fails in time; a late answer is no error and ends the fault", async () => {
  const {host, ports, clock} = await greeted();
  const asked = failure(host.request(ASK, {timeoutMs: 2000}));
  await clock.pass(2000);
  assert.equal((await asked).fault, Fault.SILENT);
  assert.equal(host.fault?.fault, Fault.SILENT);
  answerLast(ports[0]);
  assert.equal(host.fault, null);
  assert.equal(host.ready, true);
});

test("one slow answer among others is no fault of the host", async () => {
  const {host, ports, clock} = await greeted();
  const slow = failure(host.request(ASK, {timeoutMs: 2000}));
  await clock.pass(1000);
  const quick = host.request(ASK, {timeoutMs: 2000});
  await settle();
  answerLast(ports[0]);
  await quick;
  await clock.pass(1000);
  assert.equal((await slow).fault, Fault.SILENT);
  assert.equal(host.fault, null);
});

test("a host that says nothing for ten seconds is given up and opened anew", async () => {
  const {host, ports, clock} = await greeted();
  await clock.pass(600_000);
  for (let second = 0; second < 12; second += 2) {
    failure(host.request(ASK, {timeoutMs: 2000}));
    await clock.pass(2000);
  }
  assert.equal(ports[0].disconnected, true);
  await clock.pass(1000);
  failure(host.request(ASK, {timeoutMs: 2000}));
  assert.equal(ports.length, 2);
});

test("a program that never starts is tried less and less often, but an urgent request tries at once", async () => {
  const {host, ports, clock} = setUp(port => port.end("No such native application tact"));
  for (let second = 0; second < 120; second++) {
    await failure(host.request(ASK, {timeoutMs: 2000}));
    await clock.pass(1000);
  }
  assert.deepEqual(ports.length, 5);
  await failure(host.request(ASK, {timeoutMs: 2000, urgent: true}));
  assert.equal(ports.length, 6);
});

test("the time of a request covers the start of the host", async () => {
  const {host, ports, clock} = setUp();
  const asked = failure(host.request(ASK, {timeoutMs: 2000}));
  await clock.pass(2000);
  assert.equal((await asked).fault, Fault.SILENT);
  welcome(ports[0]);
  await settle();
  assert.equal(host.ready, true);
});

test("hello is said again when accounts change, but not without a port", async () => {
  const {host, ports} = setUp();
  await host.greetAgain();
  assert.equal(ports.length, 0);
  const busy = await greeted();
  const again = busy.host.greetAgain();
  await settle();
  const last = busy.ports[0].posted.at(-1);
  assert.deepEqual(last.event, HELLO);
  busy.ports[0].say({v: 1, id: last.id, welcome: {host: "0.1.0", protocol: 1, language: "en"}});
  await again;
});

test("a check asks now, also a host that was just found missing", async () => {
  const {host, ports} = setUp();
  const first = failure(host.check());
  await settle();
  ports[0].end("No such native application tact");
  assert.equal((await first).fault, "missing");
  const second = host.check();
  await settle();
  const welcome = {host: "0.1.0", protocol: 1, language: "en"};
  ports[1].say({v: 1, id: ports[1].posted[0].id, welcome});
  await settle();
  ports[1].say({v: 1, id: ports[1].posted[1].id, welcome});
  assert.deepEqual(await second, welcome);
});

test("a frame over the limit is not sent", async () => {
  const {host, ports} = await greeted();
  const error = await failure(host.request(messageDisplayed("x".repeat(9_000_000)), {timeoutMs: 2000}));
  assert.ok(error instanceof RangeError);
  assert.equal(ports[0].posted.length, 2);
});
