/**
 * Registers every listener, synchronously, since any of them may wake this page; wires the parts; nothing else.
 */
import {Attachments} from "./attachments.mjs";
import {Cards} from "./cards.mjs";
import {Catalogue} from "./catalogue.mjs";
import {systemClock as clock} from "./clock.mjs";
import {DailyReminder} from "./daily.mjs";
import {Dialogue} from "./dialogue.mjs";
import {Displayed} from "./displayed.mjs";
import {Drafts} from "./drafts.mjs";
import {hello, myAddresses, optionsAsked} from "./events.mjs";
import {Feed} from "./feed.mjs";
import {Fixes} from "./fixes.mjs";
import {MailFolders} from "./folders.mjs";
import {FollowUps} from "./followups.mjs";
import {Gate} from "./gate.mjs";
import {History} from "./history.mjs";
import {Holds} from "./holds.mjs";
import {APPLICATION, Host, HostFault} from "./host.mjs";
import {Importer} from "./importer.mjs";
import {openPanel} from "./lens.mjs";
import {Line} from "./line.mjs";
import {Recipients} from "./recipients.mjs";
import {Records} from "./records.mjs";
import {Reminders} from "./reminders.mjs";
import {SendLater} from "./sendlater.mjs";
import {Settings, forHost} from "./settings.mjs";
import {Silenced} from "./silenced.mjs";
import {Space} from "./space.mjs";
import {Statements} from "./statements.mjs";
import {Tagging} from "./tagging.mjs";
import {Tags} from "./tags.mjs";

/** The host has this long to say what can be set, in milliseconds: it may have to read a country's calendar. */
const OPTIONS_MS = 5_000;

const api = browser;
const storage = api.storage.local;

const settings = new Settings({local: storage, managed: api.storage.managed});
const catalogue = new Catalogue({i18n: api.i18n});
const {text} = catalogue;
const host = new Host({
  connectNative: () => api.runtime.connectNative(APPLICATION),
  introduce: async () => {
    const current = await speak();
    return hello({
      version: api.runtime.getManifest().version,
      language: catalogue.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      me: await myAddresses(api),
      settings: forHost(current),
    });
  },
  clock,
});
const onNews = () => {
  drafts.refreshAll();
  displayed.refreshAll();
  followUpsChanged();
};
const followUpsChanged = () => {
  space.refresh();
  followUps.changed();
  tags.changed();
};
const cards = new Cards({host, api});
const folders = new MailFolders({api, settings, clock});
const history = new History({host, cards, folders, api, clock, onNews});
const silenced = new Silenced({session: api.storage.session, settings});
const attachments = new Attachments({api, clock, onRead: tabId => drafts.refresh(tabId)});
const drafts = new Drafts({host, history, attachments, silenced, settings, api, clock, text});
const line = new Line({api, settings});
const displayed = new Displayed({host, history, line, api, clock, text});
const feed = new Feed({host, history, folders, api, storage, clock, onNews});
const importer = new Importer({host, history, folders, api, storage, clock, onNews});
const holds = new Holds({api});
const statements = new Statements({host, storage, onTold: followUpsChanged});
const dialogue = new Dialogue({host, statements, drafts, api, clock});
const sendLater = new SendLater({api, clock});
const reminders = new Reminders({api, storage, clock, text});
const daily = new DailyReminder({host, settings, api, storage, clock, catalogue, open: () => space.open()});
const fixes = new Fixes({api, drafts, statements, sendLater, reminders});
const gate = new Gate({host, history, attachments, holds, fixes, silenced, statements, api, clock});
const space = new Space({host, api, clock, text, onDay: onNews});
const followUps = new FollowUps({host, statements, drafts, fixes, api, clock, onStated: onNews});
const records = new Records({host, statements, history, storage, clock, onChanged: ledgerChanged});
const tagging = new Tagging({api, folders, clock, text});
const tags = new Tags({host, tagging, settings, storage, clock});
const recipients = new Recipients({api, clock, look: tabId => drafts.refresh(tabId)});

/** What was read of people may be gone, or more is known of them. */
function ledgerChanged() {
  history.forget();
  onNews();
}

/** What compose windows get. */
const COMPOSE = {css: ["compose/compose.css"], js: ["compose/places.js", "compose/lens.js", "compose/compose.js"]};

/** @param {number} tabId */
function tabClosed(tabId) {
  holds.tabClosed(tabId);
  drafts.closed(tabId);
  silenced.closed(tabId);
  displayed.closed(tabId);
  recipients.closed(tabId);
}

/** Gives the compose script to windows that have none, such as those that were open before Tact was installed. */
async function adoptOpenWindows() {
  for (const {id} of await api.tabs.query({type: "messageCompose"})) {
    const tabId = /** @type {number} */ (id);
    const there = await api.tabs.sendMessage(tabId, {type: "are-you-there"}).catch(() => false);
    if (!there) {
      const target = {tabId};
      await api.scripting.insertCSS({target, files: COMPOSE.css});
      await api.scripting.executeScript({target, files: COMPOSE.js});
    }
  }
}

/**
 * Switches a rule off or on again. For good it is a change of the settings, which looks at all drafts anew.
 *
 * @param {{tabId: number, rule: string, reach: import("./silenced.mjs").Reach, silent: boolean}} what
 */
async function switchRule({tabId, rule, reach, silent}) {
  await silenced.set(tabId, rule, reach, silent);
  await drafts.refresh(tabId);
}

/** Tells the host the addresses and the settings anew. */
function identitiesChanged() {
  host.greetAgain().catch(error => console.warn(`Tact: hello: ${error}`));
}

/** Speaks the language that is set. @returns {Promise<import("./settings.mjs").SettingsValues>} what holds now */
async function speak() {
  const current = await settings.current();
  await catalogue.use(current.language);
  return current;
}

/** Tells the host what was set, then asks anew about what is open. */
async function settingsChanged() {
  folders.forget();
  await speak();
  daily.changed();
  await host.greetAgain().catch(error => console.warn(`Tact: hello: ${error}`));
  onNews();
}

/**
 * @param {string | null} country whose regions are to be named
 * @returns {Promise<{options: import("./protocol.mjs").Options | null,
 *   fault: {name: string, detail: string | null} | null}>}
 */
async function optionsFor(country) {
  try {
    return {options: await host.request(optionsAsked(country), {timeoutMs: OPTIONS_MS}), fault: null};
  } catch (error) {
    if (!(error instanceof HostFault)) {
      throw error;
    }
    return {options: null, fault: {name: error.fault, detail: error.detail}};
  }
}

/**
 * Registrations of an earlier life of this page are replaced.
 *
 * @param {typeof browser.scripting.compose} registry
 * @param {string} id
 * @param {{css?: string[], js: string[]}} files
 */
async function register(registry, id, files) {
  const registered = await registry.getRegisteredScripts();
  if (registered.length > 0) {
    await registry.unregisterScripts();
  }
  await registry.registerScripts([{id, ...files}]);
}

/**
 * Whether the host answers, asked now.
 *
 * @returns {Promise<{welcome: import("./protocol.mjs").Welcome | null,
 *   fault: {name: string, detail: string | null} | null}>}
 */
async function checkHost() {
  try {
    return {welcome: await host.check(), fault: null};
  } catch (error) {
    if (!(error instanceof HostFault)) {
      throw error;
    }
    return {welcome: null, fault: {name: error.fault, detail: error.detail}};
  }
}

/** Opens the welcome page, or goes to it where it is open. */
async function openWelcome() {
  // Only the page itself knows: to look for a tab by its address would take the permission "tabs".
  const raised = await api.runtime.sendMessage({type: "welcome-raised"}).catch(() => false);
  if (!raised) {
    await api.tabs.create({url: api.runtime.getURL("welcome/welcome.html")});
  }
}

/**
 * What the scripts in drafts and mails say, and the answer.
 *
 * @type {Record<string, (message: any, tab: any) => unknown>}
 */
const scriptAnswers = {
  "draft-edited": (_, tab) => {
    importer.typed();
    return drafts.refresh(tab.id);
  },
  "editor-focus": ({focused}, tab) => recipients.editorFocus(tab, focused),
  "lens-clicked": (_, tab) => openPanel(api, clock, tab.windowId),
  "line-clicked": (_, tab) => api.messageDisplayAction.openPopup({windowId: tab.windowId}),
};

/**
 * What Tact's own pages say, and the answer.
 *
 * @type {Record<string, (message: any) => unknown>}
 */
const pageAnswers = {
  "view-asked": ({tabId}) => drafts.view(tabId),
  "fix-chosen": ({tabId, fix}) => fixes.apply(tabId, fix),
  "claim-stated": ({tabId, person, claim}) => dialogue.state(tabId, person, claim),
  "evidence-wanted": ({messageId}) => dialogue.evidence(messageId),
  "call-wanted": ({tabId, person, words}) => dialogue.call(tabId, person, words),
  "options-wanted": ({country}) => optionsFor(country),
  "muted-wanted": () => records.muted(),
  "mute-stated": ({muted, isMuted}) => records.mute(muted, isMuted),
  "export-wanted": ({from}) => records.page(from),
  "records-chosen": ({records: chosen, isLast}) => records.add(chosen, isLast),
  "person-forgotten": ({person}) => records.forget(person),
  "ledger-erased": () => records.erase(),
  "rule-switched": switchRule,
  "follow-ups-wanted": ({wanted, from, limit}) => followUps.page(wanted, from, limit),
  "insights-wanted": () => followUps.insights(),
  "mail-opened": ({messageId}) => followUps.open(messageId),
  "space-wanted": () => space.open(),
  "follow-up-begun": ({messageId}) => followUps.write(messageId),
  "follow-up-stated": ({stated}) => followUps.state(stated),
  "welcome-wanted": () => openWelcome(),
  "host-checked": () => checkHost(),
  "accounts-wanted": () => folders.accounts(),
  "import-asked": () => importer.view(),
  "import-started": ({months}) => importer.start(months),
  "import-paused": () => importer.pause(),
  "import-resumed": () => importer.resume(),
  "import-stopped": () => importer.stop(),
  "counter-asked": ({tabId}) => displayed.view(tabId),
  "hold-asked": ({id}) => holds.question(id),
  "hold-answered": ({id, outcome, fix}) => holds.answer(id, {outcome, fix: fix ?? null}),
  // The message itself is the point: it keeps this page awake while a hold is open.
  "hold-open": ({id}) => holds.question(id) !== null,
};

api.runtime.onMessage.addListener((message, sender) => {
  const {type} = message;
  if (pageAnswers[type]) {
    return Promise.resolve(pageAnswers[type](message));
  }
  // A window that is closing has no tab any more.
  return scriptAnswers[type] && sender.tab ? Promise.resolve(scriptAnswers[type](message, sender.tab)) : undefined;
});

// The types know no promise here, which Thunderbird awaits.
api.compose.onBeforeSend.addListener((tab, details) =>
  /** @type {any} */ (gate.beforeSend(/** @type {import("./gate.mjs").Tab} */ (tab), details)));
api.compose.onAfterSend.addListener((tab, sent) => feed.sent(tab, sent));
api.compose.onIdentityChanged.addListener(({id}) => drafts.refresh(/** @type {number} */ (id)));
api.compose.onAttachmentAdded.addListener(({id}) => drafts.refresh(/** @type {number} */ (id)));
api.compose.onAttachmentRemoved.addListener(({id}) => drafts.refresh(/** @type {number} */ (id)));
api.compose.onComposeStateChanged.addListener(({id}) => drafts.refresh(/** @type {number} */ (id)));
api.messages.onNewMailReceived.addListener((folder, page) => feed.received(folder, page), true);
api.folders.onFolderInfoChanged.addListener((folder, info) => feed.folderChanged(folder, info));
api.messageDisplay.onMessagesDisplayed.addListener((tab, page) => displayed.displayed(tab, /** @type {any} */ (page)));
api.addressBooks.contacts.onUpdated.addListener(contact => cards.changed(contact));
api.addressBooks.contacts.onDeleted.addListener((_, id) => cards.deleted(id));
api.windows.onFocusChanged.addListener(() => recipients.windowFocusChanged());
api.windows.onRemoved.addListener(windowId => holds.windowClosed(windowId));
api.tabs.onRemoved.addListener(tabId => tabClosed(tabId));
api.storage.onChanged.addListener((changes, area) => {
  if (area === "managed" || area === "local" && "settings" in changes) {
    settingsChanged();
  }
});
api.identities.onCreated.addListener(identitiesChanged);
api.identities.onUpdated.addListener(identitiesChanged);
api.identities.onDeleted.addListener(identitiesChanged);
api.permissions.onAdded.addListener(() => tags.changed());
api.alarms.onAlarm.addListener(({name}) => {
  reminders.ring(name);
  space.ring(name);
  daily.ring(name);
  importer.ring(name);
});
api.notifications.onClicked.addListener(id => {
  reminders.clicked(id);
  daily.clicked(id);
});
api.runtime.onStartup.addListener(() => {
  feed.scan();
  reminders.start();
  daily.start();
});
api.runtime.onInstalled.addListener(({reason}) => {
  feed.scan();
  daily.start();
  if (reason === "install") {
    openWelcome().catch(error => console.error(`Tact: welcome: ${error}`));
  }
});

host.onChanged(() => {
  if (host.ready) {
    history.forget();
  }
  drafts.hostChanged();
  if (host.ready) {
    statements.deliver();
    feed.scan();
    followUpsChanged();
  }
});

space.start().catch(error => console.error(`Tact: space: ${error}`));
register(api.scripting.compose, "compose", COMPOSE)
  .then(adoptOpenWindows)
  .catch(error => console.error(`Tact: compose script: ${error}`));
register(api.scripting.messageDisplay, "line", {js: ["message/line.js"]})
  .catch(error => console.error(`Tact: message script: ${error}`));
speak();
importer.wake().catch(error => console.error(`Tact: import: ${error}`));
