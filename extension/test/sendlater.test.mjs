import assert from "node:assert/strict";
import {test} from "node:test";
import {SendLater} from "../src/sendlater.mjs";
import {FakeClock} from "./fakes.mjs";

/** @param {(message: any) => any} answer */
function setUp(answer) {
  const clock = new FakeClock();
  /** @type {any[]} */
  const asked = [];
  const sendMessage = async (/** @type {string} */ id, /** @type {any} */ message) => {
    asked.push([id, message]);
    return answer(message);
  };
  return {clock, asked, sendLater: new SendLater({api: {runtime: {sendMessage}}, clock})};
}

const AT = "Tue, 01 Dec 2026 09:00:00";

test("a draft for a day gets the header lines by which Send Later knows it", async () => {
  const {sendLater, asked} = setUp(({action}) => (action === "getUUID" ? "1234-abcd" : AT));
  assert.deepEqual(await sendLater.headersFor("2026-12-01"), [
    {name: "X-Send-Later-UUID", value: "1234-abcd"},
    {name: "X-Send-Later-At", value: AT},
    {name: "X-Send-Later-Recur", value: "none"},
  ]);
  assert.deepEqual(asked, [
    ["sendlater3@kamens.us", {action: "getUUID"}],
    ["sendlater3@kamens.us", {action: "parseDate", value: "2026-12-01 09:00"}],
  ]);
});

/** @type {Record<string, (message: any) => any>} */
const others = {
  "is not there": () => Promise.reject(new Error("Could not establish connection. Receiving end does not exist.")),
  "gives no id": ({action}) => (action === "getUUID" ? undefined : AT),
  "understands another day": ({action}) => (action === "getUUID" ? "1234" : "Wed, 02 Dec 2026 09:00:00"),
  "understands no day": ({action}) => (action === "getUUID" ? "1234" : "soon"),
  "would break the header": ({action}) => (action === "getUUID" ? "1234\r\nBcc: x@example.org" : AT),
};
for (const [how, answer] of Object.entries(others)) {
  test(`it is not used where it ${how}`, async () => {
    assert.equal(await setUp(answer).sendLater.headersFor("2026-12-01"), null);
  });
}

test("it is not waited for", async () => {
  const {sendLater, clock} = setUp(() => new Promise(() => {}));
  const headers = sendLater.headersFor("2026-12-01");
  await clock.pass(300);
  assert.equal(await headers, null);
});
