import assert from "node:assert/strict";
import {test} from "node:test";
import {Displayed} from "../src/displayed.mjs";
import {HostFault} from "../src/host.mjs";
import {FakeClock, fakeHost, only} from "./fakes.mjs";

const TAB = {id: 3};
/** @type {any} */
const MAIL = {headerMessageId: "a@b", author: "Anna <anna@example.org>", recipients: ["me@example.org"]};
const COUNTER = {badge: "2/3", text: "2/3 · waiting 2 days · due Thu 3 Dec", title: "t", severity: "info",
  standing: "waiting"};

/** @param {() => any} [answer] @param {any} [mail] */
function setUp(answer = () => COUNTER, mail = MAIL) {
  const clock = new FakeClock();
  /** @type {any[]} */
  const wanted = [];
  /** @type {string[]} */
  const badges = [];
  const nothing = async () => {};
  const api = only({
    identities: {list: async () => [{email: "me@example.org"}]},
    messageDisplay: {getDisplayedMessages: async () => ({messages: [mail]})},
    messageDisplayAction: {
      setBadgeBackgroundColor: nothing, setBadgeTextColor: nothing, setLabel: nothing, setTitle: nothing,
      setBadgeText: async (/** @type {any} */ given) => void badges.push(given.text),
    },
  });
  const history = {
    want: (/** @type {string} */ owner, /** @type {string[]} */ people) => {
      wanted.push([owner, people]);
      return true;
    },
    release: () => {},
  };
  const host = fakeHost({"message-displayed": answer});
  /** @type {(string | null)[]} */
  const lines = [];
  const line = {
    show: async (/** @type {number} */ _tab, /** @type {any} */ counter) => void lines.push(counter?.text ?? null),
    renewed: () => void lines.push("renewed"),
    closed: () => {},
  };
  const displayed = new Displayed({host, history, line, api, clock, text: key => key});
  return {displayed, clock, wanted, badges, host, lines};
}

test("a displayed mail shows its counter at once, and its people are looked up when it is really read", async () => {
  const {displayed, clock, wanted, badges} = setUp();
  displayed.displayed(TAB, {messages: [MAIL]});
  await clock.pass(500);
  assert.deepEqual(badges, ["2/3"]);
  assert.deepEqual(wanted, []);
  await clock.pass(100);
  assert.deepEqual(wanted, [["message 3", ["Anna <anna@example.org>"]]]);
});

test("the line over it says the counter too, in each document anew", async () => {
  const {displayed, clock, lines} = setUp();
  displayed.displayed(TAB, {messages: [MAIL]});
  await clock.pass(100);
  assert.deepEqual(lines, ["renewed", "2/3 · waiting 2 days · due Thu 3 Dec"]);
});

test("a mail of mine that is due can be followed up from its card, another's cannot", async () => {
  const due = {...COUNTER, standing: "due"};
  const own = setUp(() => due, {...MAIL, author: "Me <Me@example.org>"});
  assert.equal((await own.displayed.view(3)).write, "a@b");
  assert.equal((await setUp(() => due).displayed.view(3)).write, null);
  assert.equal((await setUp(() => COUNTER, {...MAIL, author: "me@example.org"}).displayed.view(3)).write, null);
});

test("who leafs through mails sets off no look-ups on the way", async () => {
  const {displayed, clock, wanted} = setUp();
  displayed.displayed(TAB, {messages: [MAIL]});
  await clock.pass(300);
  displayed.displayed(TAB, {messages: [{...MAIL, author: "Emil <emil@example.org>"}]});
  await clock.pass(1_000);
  assert.deepEqual(wanted.map(([, people]) => people), [["Emil <emil@example.org>"]]);
});

test("several mails at once have no counter", async () => {
  const {displayed, host} = setUp();
  await displayed.displayed(TAB, {messages: [MAIL, MAIL]});
  assert.deepEqual(host.asked, []);
});

test("without a host the mail is shown as ever, and its card says why there is no counter", async () => {
  const {displayed, clock, wanted, badges} = setUp(() => Promise.reject(new HostFault("missing")));
  displayed.displayed(TAB, {messages: [MAIL]});
  await clock.pass(1_000);
  assert.deepEqual(badges, [""]);
  assert.deepEqual(wanted, []);
  assert.equal((await displayed.view(3)).fault?.name, "missing");
});

test("the card of a page that was asleep gets a counter all the same", async () => {
  const {displayed} = setUp();
  assert.deepEqual((await displayed.view(3)).counter, COUNTER);
});
