/**
 * What @types/thunderbird-webext-browser 127 lacks or has only as in manifest version 2. Source: the API schemas of
 * Thunderbird 140.
 */
declare namespace browser {
  namespace messages {
    interface InlineTextPart {
      contentType: string;
      content: string;
    }
    function listInlineTextParts(messageId: number): Promise<InlineTextPart[]>;
    function getHeaders(messageId: number): Promise<Record<string, string[]>>;
  }

  namespace alarms {
    function create(name: string, alarm: {when: number}): void;
    function clear(name: string): Promise<boolean>;
    const onAlarm: {addListener(listener: (alarm: {name: string}) => void): void};
  }

  namespace addressBooks.contacts {
    interface ContactNode {
      id: string;
      vCard?: string;
    }
    function query(query: {searchString: string, includeRemote: boolean}): Promise<ContactNode[]>;
    const onUpdated: {addListener(listener: (contact: ContactNode) => void): void};
    const onDeleted: {addListener(listener: (parentId: string, id: string) => void): void};
  }

  namespace messengerUtilities {
    function convertToPlainText(body: string, options?: {flowed?: boolean}): Promise<string>;
  }

  namespace composeAction {
    function setBadgeTextColor(details: {tabId?: number, color: string}): Promise<void>;
  }

  namespace messageDisplayAction {
    function setBadgeTextColor(details: {tabId?: number, color: string}): Promise<void>;
    function openPopup(options: {windowId: number}): Promise<boolean>;
  }

  namespace scripting {
    interface Style {
      target: {tabId: number};
      css: string;
      origin: "AUTHOR" | "USER";
    }
    function insertCSS(style: Style): Promise<void>;
    function removeCSS(style: Style): Promise<void>;
    interface Injection {
      target: {tabId: number};
      files: string[];
    }
    function executeScript(injection: Injection): Promise<unknown>;
    function insertCSS(injection: Injection): Promise<void>;

    namespace compose {
      interface Script {
        id: string;
        js?: string[];
        css?: string[];
      }
      function registerScripts(scripts: Script[]): Promise<void>;
      function unregisterScripts(filter?: {ids?: string[]}): Promise<void>;
      function getRegisteredScripts(filter?: {ids?: string[]}): Promise<Script[]>;
    }

    export import messageDisplay = browser.scripting.compose;
  }
}

/** Gecko's own option of HTMLElement.focus, not yet in TypeScript's library. */
interface FocusOptions {
  focusVisible?: boolean;
}
