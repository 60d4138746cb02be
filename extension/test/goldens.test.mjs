import assert from "node:assert/strict";
import {readFileSync, readdirSync} from "node:fs";
import {test} from "node:test";
import * as events from "../src/events.mjs";
import {envelope, readReply, replyKeyOf} from "../src/protocol.mjs";

const folder = new URL("../../host/protocol/", import.meta.url);
const goldens = new Map(readdirSync(folder).filter(name => name.endsWith(".json")).map(name =>
  [name.replace(".json", ""), JSON.parse(readFileSync(new URL(name, folder), "utf8"))]));

/** Builds each golden event with the extension's own builder. @type {Record<string, (event: any) => any>} */
const builders = {
  "hello": ({extension, language, timeZone, me, settings}) =>
    events.hello({version: extension, language, timeZone, me, settings}),
  "draft-changed": ({draft, looking}) => events.draftChanged(draft, looking),
  "send-requested": ({draft}) => events.sendRequested(draft),
  "mail-observed": ({mails}) => events.mailObserved(mails.map((/** @type {any} */ mail) => mail.raw)),
  "history-asked": ({people}) => events.historyAsked(people),
  "mails-listed": ({messageIds}) => events.mailsListed(messageIds),
  "history-read": ({searches}) => events.historyRead(searches),
  "cards-read": ({cards}) => events.cardsRead(cards),
  "options-asked": ({country}) => events.optionsAsked(country),
  "message-displayed": ({messageId}) => events.messageDisplayed(messageId),
  "stated": ({person, references, claim}) => events.stated(person, references, claim),
  "call-asked": call => events.callAsked(call),
  "evidence-asked": ({mail}) => events.evidenceAsked(mail.raw),
  "follow-ups-asked": ({group, text, sort, from, limit}) => events.followUpsAsked({group, text, sort}, from, limit),
  "insights-asked": () => events.insightsAsked(),
  "marks-asked": ({from, limit}) => events.marksAsked(from, limit),
  "muted-asked": () => events.mutedAsked(),
  "forget-asked": ({person}) => events.forgetAsked(person),
  "erase-asked": () => events.eraseAsked(),
  "export-asked": ({from}) => events.exportAsked(from),
  "records-imported": ({records}) => events.recordsImported(records),
};

for (const [name, {request, reply}] of goldens) {
  test(`the reply of ${name} is accepted as it stands`, () => {
    assert.deepEqual(readReply(reply), {id: reply.id, key: Object.keys(reply)[2], value: reply[Object.keys(reply)[2]]});
  });

  if (name !== "problem") {
    test(`the request of ${name} is what the extension builds`, () => {
      const event = builders[request.event.type](request.event);
      assert.deepEqual(envelope(request.id, event), request);
      assert.ok(replyKeyOf(event) in reply);
    });
  }
}

test("every event the extension can build has a golden exchange", () => {
  assert.deepEqual([...goldens.keys()].filter(name => name !== "problem").sort(), Object.keys(builders).sort());
});
