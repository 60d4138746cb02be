// What a test can do inside Thunderbird, with system privileges. Marionette evaluates this text before each call.
// Windows and pages are named by the number of their browsing context, mails by folder name and Message-ID.

const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const { MailUtils } = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");

const ADD_ON = "tact@followups";
const WIDGET = "tact_followups";
const PATIENCE_MS = 20000;

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

async function until(what, look) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${PATIENCE_MS} ms for ${what}`);
    }
    await pause(40);
  }
}

const mainWindow = () => Services.wm.getMostRecentWindow("mail:3pane");
const server = () => MailServices.accounts.getAccount("account1").incomingServer;
const identity = () => MailServices.accounts.getIdentity("id1");
const windows = type => [...Services.wm.getEnumerator(type)];

function windowOf(id) {
  const found = windows(null).find(w => w.browsingContext.id === id);
  if (!found) {
    throw new Error(`window ${id} is not open`);
  }
  return found;
}

const editorOf = id => windowOf(id).document.getElementById("messageEditor");
const bodyOf = id => editorOf(id).contentDocument.body;

/**
 * The folder of the IMAP account, asked from the server when it is not known yet. By its address: in a German
 * Thunderbird 140 its name is "Posteingang".
 */
async function folderNamed(name) {
  const root = server().rootFolder;
  const find = () => root.descendants.find(f => f.URI.toUpperCase().endsWith(`/${name.toUpperCase()}`));
  if (!find()) {
    server().performExpand(null);
  }
  return until(`the folder ${name}`, find);
}

async function mail(folder, messageId) {
  const target = await folderNamed(folder);
  return until(`the mail ${messageId} in ${folder}`, () => target.msgDatabase.getMsgHdrForMessageID(messageId));
}

/** The new compose window that `open` makes, once its editor can be typed into. */
async function opened(open) {
  const before = new Set(windows("msgcompose"));
  await open();
  const made = await until("a compose window", () => windows("msgcompose").find(w => !before.has(w)));
  await until("its editor", () => made.composeEditorReady && made.GetCurrentEditor?.());
  made.focus();
  await until("its focus", () => Services.focus.activeWindow === made);
  return made.browsingContext.id;
}

function pressKeys(window, keys) {
  const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(window)) {
    throw new Error("no input transaction");
  }
  for (const key of keys) {
    const event = new window.KeyboardEvent("", key === "\n"
      ? { key: "Enter", code: "Enter", keyCode: window.KeyboardEvent.DOM_VK_RETURN }
      : key.length > 1
        ? { key, code: key }
        : { key });
    processor.keydown(event, 0);
    processor.keyup(event, 0);
  }
}

/** Every page of the add-on that is open: popups, windows, tabs, and the background page while it runs. */
function pages() {
  const base = WebExtensionPolicy.getByID(ADD_ON)?.getURL("");
  if (!base) {
    return [];
  }
  const found = [];
  const visit = document => {
    for (const browser of document.querySelectorAll("browser, iframe")) {
      const context = browser.browsingContext;
      const url = context?.currentWindowGlobal?.documentURI?.spec ?? "";
      if (url.startsWith(base)) {
        found.push({ id: context.id, path: url.slice(base.length), window: document.defaultView.browsingContext.top.id });
      } else if (browser.contentDocument) {
        visit(browser.contentDocument);
      }
    }
  };
  windows(null).forEach(w => visit(w.document));
  return found;
}

/** Runs the body of an asynchronous function in a page of the add-on. */
async function inPage(id, body, args) {
  const script = `
    const done = arguments[arguments.length - 1];
    (async (...args) => { ${body} })(...[...arguments].slice(0, -1))
      .then(value => done({ value }), error => done({ error: String(error) + " " + (error.stack ?? "") }));`;
  const actor = BrowsingContext.get(id).currentWindowGlobal.getActor("MarionetteCommands");
  const result = await actor.sendQuery("MarionetteCommandsParent:executeScript", {
    script, args,
    opts: { async: true, timeout: PATIENCE_MS, sandboxName: null, newSandbox: true },
  });
  if (result?.error) {
    throw new Error(result.error);
  }
  return result?.value ?? null;
}

function messagePane() {
  const pane = mainWindow().document.getElementById("tabmail").currentAboutMessage;
  return pane?.document ?? null;
}

/** The mail that is displayed. */
const mailPane = () => messagePane()?.getElementById("messagepane");

/** The text of a pseudo-element over a document; null when it has no box. */
function generated({ contentDocument, contentWindow }, pseudo) {
  const { content, display } = contentWindow.getComputedStyle(contentDocument.documentElement, pseudo);
  if (display === "none" || content === "none" || content === "normal") {
    return null;
  }
  return content.startsWith('"') ? JSON.parse(content.replaceAll("\\a ", "\\n")) : content;
}

/** In pixels of the display. */
function middleOfTop({ contentWindow }) {
  return {
    x: Math.round(contentWindow.mozInnerScreenX + contentWindow.innerWidth / 2),
    y: Math.round(contentWindow.mozInnerScreenY + 12),
  };
}

/** What the add-on has highlighted, in the order of the text. */
function highlighted(id) {
  const { highlights } = editorOf(id).contentWindow.wrappedJSObject.CSS;
  return [...highlights.keys()]
    .filter(name => name.startsWith("tact-"))
    .flatMap(name => [...highlights.get(name).values()].map(range => ({ severity: name.split("-")[1], range })))
    .sort((one, other) => one.range.compareBoundaryPoints(0, other.range));
}

const spaceButton = () => mainWindow().document.querySelector(".spaces-addon-button");

const tact = {
  async ready() {
    // The welcome page may have come to the front already.
    const tabs = mainWindow()?.document.getElementById("tabmail")?.tabInfo ?? [];
    const pane = tabs.find(tab => tab.mode?.name === "mail3PaneTab")?.chromeBrowser?.contentDocument;
    return pane?.readyState === "complete" && MailServices.accounts.accounts.length >= 2;
  },

  async logIn(address) {
    const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
    login.init("imap://127.0.0.1", null, "imap://127.0.0.1", address, address, "", "");
    await Services.logins.addLoginAsync(login).catch(error => {
      if (!String(error).includes("already exists")) {
        throw error;
      }
    });
  },

  async refresh(name) {
    const folder = (await folderNamed(name)).QueryInterface(Ci.nsIMsgImapMailFolder);
    const update = () => new Promise((resolve, reject) => folder.updateFolderWithListener(null, {
      OnStartRunningUrl() {},
      OnStopRunningUrl(url, status) {
        Components.isSuccessCode(status) ? resolve() : reject(new Error(`${name}: ${status}`));
      },
    }));
    // Just after the start, an update that meets Thunderbird's own one of the folder may never say that it has ended.
    await Promise.race([update(), pause(8_000).then(update)]);
    return folder.getTotalMessages(false);
  },

  /** Opens a folder of Local Folders, which builds its index. @returns how many mails it holds */
  async openLocal(name) {
    const root = MailServices.accounts.localFoldersServer.rootFolder;
    const folder = await until(`the folder ${name}`, () => root.descendants.find(f => f.name === name));
    mainWindow().document.getElementById("tabmail").currentAbout3Pane.displayFolder(folder.URI);
    await until(`the mails of ${name}`, () => !folder.locked && folder.getTotalMessages(false) > 0);
    return folder.getTotalMessages(false);
  },

  /** Begins to measure how late Thunderbird's main thread is. */
  watchLag() {
    const window = mainWindow();
    const EVERY_MS = 10;
    const delays = [];
    let due = ChromeUtils.now() + EVERY_MS;
    const timer = window.setInterval(() => {
      const now = ChromeUtils.now();
      delays.push(Math.max(0, now - due));
      due = now + EVERY_MS;
    }, EVERY_MS);
    window.tactLag = { delays, timer };
  },

  /** Ends it. @returns how late each tick was, in milliseconds */
  lag() {
    const window = mainWindow();
    const { delays, timer } = window.tactLag;
    window.clearInterval(timer);
    delete window.tactLag;
    return delays;
  },

  /**
   * Begins to fetch all mails of a folder from the server, as Thunderbird does by itself for who keeps mail on the
   * computer; see `left`.
   */
  async download(name) {
    const folder = (await folderNamed(name)).QueryInterface(Ci.nsIMsgImapMailFolder);
    folder.setFlag(Ci.nsMsgFolderFlags.Offline);
    folder.downloadAllForOffline(null, mainWindow().msgWindow);
  },

  /** How many mails of a folder are not on this computer. */
  async left(name) {
    const { msgDatabase } = await folderNamed(name);
    return [...msgDatabase.enumerateMessages()].filter(({ flags }) => !(flags & Ci.nsMsgMessageFlags.Offline)).length;
  },

  /** Closes the tabs with pages of the add-on whose path begins so. */
  closePages(path) {
    const ids = pages().filter(page => page.path.startsWith(path)).map(page => page.id);
    const tabmail = mainWindow().document.getElementById("tabmail");
    tabmail.tabInfo.filter(tab => ids.includes(tab.browser?.browsingContext?.id)).forEach(tab => tabmail.closeTab(tab));
  },

  /** Opens a page of the add-on in a tab, as tabs.create does. */
  openPage(path) {
    const { extension } = WebExtensionPolicy.getByID(ADD_ON);
    mainWindow().document.getElementById("tabmail").openTab("contentTab", {
      url: extension.baseURI.resolve(path),
      linkHandler: "single-site",
      initialBrowsingContextGroupId: extension.policy.browsingContextGroupId,
      triggeringPrincipal: extension.principal,
      principal: extension.principal,
    });
  },

  addOn: async () => {
    const addOn = await AddonManager.getAddonByID(ADD_ON);
    return addOn && { active: addOn.isActive, version: addOn.version };
  },

  backgroundState: () => WebExtensionPolicy.getByID(ADD_ON)?.extension?.backgroundState ?? null,

  async suspendBackground() {
    const { extension } = WebExtensionPolicy.getByID(ADD_ON);
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  },

  async reloadAddOn() {
    const addOn = await AddonManager.getAddonByID(ADD_ON);
    await addOn.disable();
    await addOn.enable();
    await until("the add-on", () => WebExtensionPolicy.getByID(ADD_ON)?.active);
  },

  /** Installs the add-on in a folder until Thunderbird ends. */
  async switchAddOn(on) {
    const addOn = await AddonManager.getAddonByID(ADD_ON);
    await (on ? addOn.enable() : addOn.disable());
    await until("the add-on", () => Boolean(WebExtensionPolicy.getByID(ADD_ON)?.active) === on);
  },

  async installForNow(folder) {
    const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
    file.initWithPath(folder);
    return (await AddonManager.installTemporaryAddon(file)).id;
  },

  async uninstall(addOn) {
    await (await AddonManager.getAddonByID(addOn)).uninstall();
  },

  /** What the Error Console holds, newest last. */
  console: () => Services.console.getMessageArray().map(m => String(m)).slice(-60),

  // Writing

  composeNew: (to, subject, html) => opened(() => {
    const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
    fields.to = to;
    fields.subject = subject;
    const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
    parameters.composeFields = fields;
    parameters.identity = identity();
    parameters.type = Ci.nsIMsgCompType.New;
    parameters.format = html ? Ci.nsIMsgCompFormat.HTML : Ci.nsIMsgCompFormat.PlainText;
    MailServices.compose.OpenComposeWindowWithParams(null, parameters);
  }),

  async reply(folder, messageId, html) {
    const header = await mail(folder, messageId);
    return opened(() => MailServices.compose.OpenComposeWindow(
      null, header, header.folder.getUriForMsg(header), Ci.nsIMsgCompType.Reply,
      html ? Ci.nsIMsgCompFormat.HTML : Ci.nsIMsgCompFormat.PlainText, identity(), null, null));
  },

  async openDraft(messageId) {
    const header = await mail("Drafts", messageId);
    return opened(() => MailServices.compose.OpenComposeWindow(
      null, header, header.folder.getUriForMsg(header), Ci.nsIMsgCompType.Draft,
      Ci.nsIMsgCompFormat.Default, identity(), null, null));
  },

  async attachMail(id, folder, messageId) {
    const header = await mail(folder, messageId);
    const attachment = Cc["@mozilla.org/messengercompose/attachment;1"].createInstance(Ci.nsIMsgAttachment);
    attachment.url = header.folder.getUriForMsg(header);
    attachment.name = `${header.mime2DecodedSubject}.eml`;
    await windowOf(id).AddAttachments([attachment]);
  },

  composeWindows: () => windows("msgcompose").map(w => w.browsingContext.id),

  /** Types like a person: key events into the focused editor. */
  async type(id, text) {
    const window = windowOf(id);
    window.focus();
    await until("the focus of the draft", () => Services.focus.activeWindow === window);
    editorOf(id).focus();
    pressKeys(window, [...text]);
  },

  async press(id, ...keys) {
    const window = windowOf(id);
    window.focus();
    await until("the focus of the draft", () => Services.focus.activeWindow === window);
    editorOf(id).focus();
    pressKeys(window, keys);
  },

  command: (id, name) => { windowOf(id).goDoCommand(name); },

  send: id => { windowOf(id).document.getElementById("button-send").click(); },

  canSend: id => !windowOf(id).document.getElementById("button-send").disabled,

  isOpen: id => windows(null).some(w => w.browsingContext.id === id && !w.closed),

  close: id => { windows(null).find(w => w.browsingContext.id === id)?.close(); },

  body: id => bodyOf(id).innerHTML,

  text: id => bodyOf(id).innerText,

  /** The text between the start of the draft and the caret. */
  textBeforeCaret: id => {
    const selection = editorOf(id).contentWindow.getSelection();
    const range = editorOf(id).contentDocument.createRange();
    range.setStart(bodyOf(id), 0);
    range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString();
  },

  lens: id => generated(editorOf(id), "::before"),

  /** The add-on's highlights: severity, words. */
  squiggles: id => highlighted(id).map(({ severity, range }) => ({ severity, words: String(range) })),

  /** The middle of the first squiggle of a severity, in pixels of the display. */
  squiggleOnScreen: (id, severity) => {
    const { contentWindow } = editorOf(id);
    const [box] = highlighted(id).find(one => one.severity === severity).range.getClientRects();
    return {
      x: Math.round(contentWindow.mozInnerScreenX + (box.left + box.right) / 2),
      y: Math.round(contentWindow.mozInnerScreenY + (box.top + box.bottom) / 2),
    };
  },

  hint: id => generated(editorOf(id), "::after"),

  subject: id => windowOf(id).document.getElementById("msgSubject").value,

  button: id => {
    const button = windowOf(id).document.getElementById(`${WIDGET}-composeAction-toolbarbutton`);
    return button && {
      badge: button.getAttribute("badge") ?? "",
      label: button.getAttribute("label") ?? "",
      title: button.getAttribute("tooltiptext") ?? button.getAttribute("title") ?? "",
    };
  },

  openPanel: id => { windowOf(id).document.getElementById(`${WIDGET}-composeAction-toolbarbutton`).click(); },

  /** The middle of the lens, in pixels of the display. */
  lensOnScreen: id => middleOfTop(editorOf(id)),

  /** Whether Thunderbird's own dark theme is on. */
  async darkTheme(on) {
    const theme = await AddonManager.getAddonByID("thunderbird-compact-dark@mozilla.org");
    await (on ? theme.enable() : theme.disable());
  },

  /**
   * Presses `count` keys, one after the other, and measures for each the time from its key press to the frame that shows
   * the lens which the add-on painted because of it. A painted lens is a new rule in the add-on's style sheet.
   *
   * @returns milliseconds
   */
  async keyToLens(id, count) {
    const window = windowOf(id);
    const { contentWindow, contentDocument } = editorOf(id);
    window.focus();
    editorOf(id).focus();
    const frame = () => new Promise(resolve => contentWindow.requestAnimationFrame(resolve));
    const times = [];
    while (times.length < count) {
      await pause(150);
      const sheet = contentDocument.adoptedStyleSheets.at(-1);
      const shown = sheet.cssRules[0];
      const start = window.performance.now();
      pressKeys(window, ["a"]);
      while (sheet.cssRules[0] === shown) {
        await frame();
      }
      // The callbacks of a frame run before it is painted: the next one comes when it has been.
      await frame();
      times.push(window.performance.now() - start);
    }
    return times;
  },

  pages,
  inPage,

  /** Runs the body of an asynchronous function in the add-on's background page. */
  inBackground(body, args) {
    const { views } = WebExtensionPolicy.getByID(ADD_ON).extension;
    return inPage([...views].find(view => view.viewType === "background").xulBrowser.browsingContext.id, body, args);
  },

  // The space of follow-ups

  spaceButton: () => {
    const button = spaceButton();
    return button && {
      badge: button.querySelector(".spaces-badge-container")?.textContent ?? "",
      title: button.getAttribute("title") ?? "",
    };
  },

  /** Clicks the button in the bar. @returns when that was, in milliseconds since 1970 */
  async openSpace() {
    const button = await until("the button in the bar", spaceButton);
    const { performance } = mainWindow();
    const clicked = performance.timeOrigin + performance.now();
    button.click();
    return clicked;
  },

  closeTab: () => {
    const tabmail = mainWindow().document.getElementById("tabmail");
    tabmail.closeTab(tabmail.currentTabInfo);
  },

  // Reading

  /** Puts a window to the right edge of the screen. */
  moveAside: id => {
    const window = windowOf(id);
    window.moveTo(window.screen.availWidth - window.outerWidth, 0);
  },

  fillScreen: () => { mainWindow().maximize(); },

  async showFolder(folder) {
    mainWindow().document.getElementById("tabmail").currentAbout3Pane.displayFolder((await folderNamed(folder)).URI);
  },

  async show(folder, messageId) {
    const header = await mail(folder, messageId);
    MailUtils.displayMessageInFolderTab(header, true);
    await until("the message", () => messagePane()?.defaultView.gMessage?.messageId === messageId);
  },

  /** The names of Tact's tags in the message list. */
  tagNames: () => MailServices.tags.getAllTags().filter(tag => tag.key.startsWith("tact-")).map(tag => tag.tag).sort(),

  /** Clicks the notification that is shown, wherever Thunderbird draws it by itself. */
  async clickNotification() {
    const alert = await until("the notification",
      () => windows(null).find(w => w.location.href === "chrome://global/content/alerts/alert.xhtml"));
    alert.document.getElementById("alertBox").click();
  },

  line: () => mailPane()?.contentDocument?.documentElement ? generated(mailPane(), "::before") : null,

  /** The middle of the line over the displayed mail, in pixels of the display. */
  lineOnScreen: () => middleOfTop(mailPane()),

  /** The document of the displayed mail, as it stands. */
  displayedDocument: () => mailPane().contentDocument.documentElement.outerHTML,

  /** The mail in the tab that is shown; empty when it shows none. */
  shown: () => {
    const message = messagePane()?.defaultView.gMessage;
    return message?.messageId ?? "";
  },

  counter: () => {
    const button = messagePane()?.getElementById(`${WIDGET}-messageDisplayAction-toolbarbutton`);
    return button && {
      badge: button.getAttribute("badge") ?? "",
      label: button.getAttribute("label") ?? "",
      title: button.getAttribute("tooltiptext") ?? button.getAttribute("title") ?? "",
      hidden: button.hidden || button.getAttribute("disabled") === "true",
    };
  },
};
