/**
 * Runs in the editor of a compose window, once per document: says when the draft has changed, shows the lens without
 * touching the draft, and carries out a fix as one undoable edit.
 */
(() => {
  "use strict";

  const STARTED = Symbol.for("tact.compose");
  if (/** @type {any} */ (globalThis)[STARTED]) {
    return;
  }
  /** @type {any} */ (globalThis)[STARTED] = true;

  /** Typing that pauses for so long is a change worth telling, in milliseconds. */
  const PAUSE_MS = 120;

  /** More dots than these would be no picture any more. */
  const MAX_DOTS = 5;

  const DOT_PX = 12;

  /** Ink, paper and edge of the lens by severity, on light and on dark paper. */
  const COLORS = {
    info: {light: ["#33404f", "#eef2f7", "#7d8ea3"], dark: ["#d5dce6", "#2c323b", "#8796aa"]},
    hint: {light: ["#0b4f5a", "#e6f4f5", "#1f8a99"], dark: ["#bfe7ec", "#17353a", "#3fa9b8"]},
    warning: {light: ["#6b3900", "#fdf1df", "#d98209"], dark: ["#ffdcae", "#3d2c14", "#e3982f"]},
    hold: {light: ["#8c1d18", "#fcebea", "#c5362d"], dark: ["#ffcfca", "#421e1c", "#e5655c"]},
  };

  /**
   * The window and document without the wrappers between add-ons and pages: through them Thunderbird 140 shows no
   * adopted style sheets. There are no page scripts in an editor.
   *
   * @type {{window: typeof globalThis, document: Document}}
   */
  const editor = {
    window: /** @type {any} */ (window).wrappedJSObject,
    document: /** @type {any} */ (document).wrappedJSObject,
  };

  const sheet = lensSheet();

  /** @returns {CSSStyleSheet} adopted by the editor; the one that this script has left before an update, if any */
  function lensSheet() {
    const adopted = editor.document.adoptedStyleSheets;
    // Without its wrapper the array must not be given a function of this script.
    const left = Array.from(adopted).find(({cssRules}) => cssRules[0]?.cssText.includes("--tact-text"));
    if (left) {
      return left;
    }
    const made = new editor.window.CSSStyleSheet();
    adopted.push(made);
    return made;
  }

  /** @type {any} */
  let timer = null;

  /** @type {any} */
  let again = null;

  /** @param {object} message */
  function tell(message) {
    // While the add-on is being updated nobody listens.
    browser.runtime.sendMessage(message).catch(() => {});
  }

  function edited() {
    clearTimeout(timer);
    timer = setTimeout(() => tell({type: "draft-edited"}), PAUSE_MS);
  }

  /**
   * @param {string} text
   * @returns {string} a CSS string
   */
  function cssString(text) {
    return `"${text.replace(/[\0-\x1f\x7f"\\<]/g, character => `\\${character.charCodeAt(0).toString(16)} `)}"`;
  }

  /**
   * The tries as dots, ●●○, drawn as background.
   *
   * @param {string | null} badge "2/3"
   * @param {string} color
   * @returns {string} declarations; none when there is nothing to draw
   */
  function dots(badge, color) {
    const [, attempt, budget] = (/^(\d+)\/(\d+)$/.exec(badge ?? "") ?? []).map(Number);
    if (!budget || budget > MAX_DOTS) {
      return "";
    }
    const images = Array.from({length: budget}, (_, index) => {
      const fill = index < attempt ? color : "transparent";
      const x = 12 + index * DOT_PX;
      return `radial-gradient(circle at ${x}px 50%, ${fill} 2.6px, ${color} 3.1px, ${color} 3.7px, transparent 4.3px)`;
    });
    return `--tact-dots: ${images.join(", ")}; --tact-dots-width: ${budget * DOT_PX}px;`;
  }

  /**
   * @param {{text: string, severity: keyof typeof COLORS} | null} lens
   * @param {string | null} badge
   */
  function showLens(lens, badge) {
    if (!lens) {
      sheet.replaceSync("");
      return;
    }
    const {light, dark} = COLORS[lens.severity];
    /** @param {string[]} colors */
    const paint = ([ink, paper, edge]) =>
      `--tact-ink: ${ink}; --tact-paper: ${paper}; --tact-edge: ${edge}; ${dots(badge, edge)}`;
    sheet.replaceSync(`
      html { --tact-text: ${cssString(lens.text)}; ${paint(light)} }
      @media (prefers-color-scheme: dark) { html { ${paint(dark)} } }`);
  }

  /**
   * @param {MouseEvent} event
   * @returns {boolean} whether it is on the lens; the empty area under the text has the same target
   */
  function isOnLens(event) {
    const lens = getComputedStyle(document.documentElement, "::before");
    return event.target === document.documentElement && lens.content !== "none"
      && event.clientY < parseFloat(lens.height);
  }

  /** @param {Node} node @param {string} selector */
  const matches = (node, selector) => node instanceof Element && node.matches(selector);

  const QUOTE = ".moz-cite-prefix, blockquote[type=cite], .moz-forward-container, [_moz_quote=true]";

  /**
   * Where the quote of the first mail goes: under the user's text, above the signature and above a quote of another
   * mail when the user writes on top of it.
   *
   * @returns {Node | null} the child of body before which it goes, null for the end
   */
  function placeForQuote() {
    const children = [...document.body.childNodes];
    const isBlank = (/** @type {Node} */ node) => node.textContent?.trim() === "" && !matches(node, "p, div");
    const first = children.findIndex(node => !isBlank(node));
    const startsWithQuote = first >= 0 && matches(children[first], QUOTE);
    return children.find(node =>
      matches(node, ".moz-signature") || (!startsWithQuote && matches(node, QUOTE))) ?? null;
  }

  /**
   * Inserts as one edit and puts the caret back.
   *
   * @param {Node | null} before a child of body, null for the end
   * @param {string} html
   * @returns {boolean}
   */
  function insert(before, html) {
    const selection = /** @type {Selection} */ (getSelection());
    const {anchorNode, anchorOffset, focusNode, focusOffset} = selection;
    const children = [.../** @type {NodeListOf<Node>} */ (document.body.childNodes)];
    selection.collapse(document.body, before ? children.indexOf(before) : children.length);
    const putBack = () => {
      if (anchorNode && focusNode && anchorNode.isConnected && focusNode.isConnected) {
        selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
      }
    };
    const done = document.execCommand("insertHTML", false, html);
    putBack();
    // An undo right after it would leave the caret where the quote was.
    document.addEventListener("input", event => {
      if (/** @type {InputEvent} */ (event).inputType === "historyUndo") {
        putBack();
      }
    }, {once: true});
    return done;
  }

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
  }

  /**
   * @param {{attribution: string, messageId: string, lines: string[], isPlainText: boolean}} quote
   * @returns {boolean} whether the draft was changed
   */
  function insertQuote({attribution, messageId, lines, isPlainText}) {
    const before = placeForQuote();
    if (isPlainText) {
      // The very element Thunderbird quotes with here; lines of ">" without it would be sent as text, not as a quote.
      const quoted = lines.map(line => escaped(line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()));
      const emptyLine = endsWithBreak(before) ? "<br>" : "<br><br>";
      return insert(before, `${emptyLine}${escaped(attribution)}<br>`
        + `<span style="white-space: pre-wrap; display: block; width: 98vw;">${quoted.join("<br>")}<br></span>`);
    }
    const cite = encodeURI(`mid:${messageId}`);
    return insert(before,
      `<div class="moz-cite-prefix">${escaped(attribution)}<br></div>`
      + `<blockquote type="cite" cite="${escaped(cite)}">${lines.map(escaped).join("<br>")}</blockquote>`);
  }

  /**
   * @param {Node | null} before a child of body, null for the end
   * @returns {boolean} whether what stands before it ends its line
   */
  function endsWithBreak(before) {
    const previous = before ? before.previousSibling : document.body.lastChild;
    return previous === null || matches(previous, "br, div, span");
  }

  browser.runtime.onMessage.addListener(message => {
    switch (message?.type) {
      case "show-lens":
        showLens(message.lens, message.badge);
        clearTimeout(again);
        if (message.askAgainMs !== null) {
          again = setTimeout(() => tell({type: "draft-edited"}), message.askAgainMs);
        }
        return Promise.resolve(true);
      case "are-you-there":
        return Promise.resolve(true);
      case "insert-quote":
        return Promise.resolve(insertQuote(message));
      default:
        return undefined;
    }
  });

  // The document, not its body: Thunderbird may put another body in its place.
  new MutationObserver(edited).observe(document, {childList: true, characterData: true, subtree: true});

  addEventListener("mousedown", event => {
    if (isOnLens(event)) {
      // The caret stays where it is.
      event.preventDefault();
    }
  }, true);
  addEventListener("click", event => {
    if (isOnLens(event)) {
      event.preventDefault();
      event.stopPropagation();
      tell({type: "lens-clicked"});
    }
  }, true);
  addEventListener("focus", () => tell({type: "editor-focus", focused: true}));
  addEventListener("blur", () => tell({type: "editor-focus", focused: false}));

  tell({type: "draft-edited"});
  tell({type: "editor-focus", focused: document.hasFocus()});
})();
