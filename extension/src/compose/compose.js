/**
 * Runs in the editor of a compose window, once per document: says when the draft has changed, shows the lens and the
 * squiggles without touching the draft, and carries out a fix as one undoable edit.
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

  /** The mouse that rests for so long on a squiggle asks what it says, in milliseconds. */
  const REST_MS = 350;

  /** Around a squiggle, in CSS pixels, the mouse is still on it. */
  const NEAR_PX = 3;

  /** Between a squiggle and what it says, in CSS pixels. */
  const GAP_PX = 6;

  /** Longest text of a draft in which marks are looked for, in characters: that of the protocol. */
  const MAX_TEXT = 65_536;

  /** More squiggles than these would help nobody. */
  const MAX_SQUIGGLES = 60;

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

  /** @type {{find: Function, withSpace: Function, placeOfSentence: Function}} see places.js */
  const places = /** @type {any} */ (globalThis).tactPlaces;

  /**
   * @type {{COLORS: Record<Severity, {light: string[], dark: string[]}>, cssString: (text: string) => string,
   *   properties: Function}} see lens.js
   */
  const {COLORS, cssString, properties} = /** @type {any} */ (globalThis).tactLens;

  const hintSheet = sheetOf("--tact-hint");
  const sheet = sheetOf("--tact-text");

  /**
   * @param {string} property that only this sheet sets
   * @returns {CSSStyleSheet} adopted by the editor; the one that this script has left before an update, if any
   */
  function sheetOf(property) {
    const adopted = editor.document.adoptedStyleSheets;
    // Without its wrapper the array must not be given a function of this script.
    const left = Array.from(adopted).find(({cssRules}) => cssRules[0]?.cssText.includes(property));
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
    dropStale();
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Where an edit was taken back nothing is new, and no annotation comes.
      if (drawn.length < squiggles.length) {
        showSquiggles(squiggles);
      }
      tell({type: "draft-edited"});
    }, PAUSE_MS);
  }

  /**
   * @param {{text: string, severity: string} | null} lens
   * @param {string | null} badge
   */
  function showLens(lens, badge) {
    if (!lens) {
      sheet.replaceSync("");
      return;
    }
    const {light, dark} = properties(lens, badge);
    /** @param {[string, string][]} all */
    const declared = all => all.map(([name, value]) => `${name}: ${value};`).join(" ");
    sheet.replaceSync(`
      html { ${declared(light)} }
      @media (prefers-color-scheme: dark) { html { ${declared(dark)} } }`);
  }

  /** @param {Node} node @param {string} selector */
  const matches = (node, selector) => node instanceof Element && node.matches(selector);

  /** What is no new text although it is not quoted; what is quoted is not looked at. */
  const NOT_NEW = ".moz-cite-prefix, .moz-signature, .moz-forward-container";

  const QUOTED = "blockquote[type=cite], [_moz_quote=true]";

  const BLOCK = "p, div, pre, li, td, th, blockquote, h1, h2, h3, h4, h5, h6, body";

  /**
   * The text of the draft without what it quotes.
   *
   * @returns {{nodes: (Text | null)[], pieces: {text: string, isNew: boolean}[]}} of the same length; a break between
   *   lines has no node
   */
  function readDraft() {
    /** @type {(Text | null)[]} */
    const nodes = [];
    /** @type {{text: string, isNew: boolean}[]} */
    const pieces = [];
    const breakLine = () => {
      nodes.push(null);
      pieces.push({text: "\n", isNew: false});
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      node => matches(node, QUOTED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    /** @type {Element | null | undefined} */
    let block = null;
    let length = 0;
    for (let node = walker.nextNode(); node && length < MAX_TEXT; node = walker.nextNode()) {
      if (node instanceof Text) {
        const ownBlock = node.parentElement?.closest(BLOCK);
        if (block && ownBlock !== block) {
          breakLine();
        }
        block = ownBlock;
        nodes.push(node);
        pieces.push({text: node.data, isNew: !node.parentElement?.closest(NOT_NEW)});
        length += node.data.length;
      } else if (matches(node, "br")) {
        breakLine();
      }
    }
    return {nodes, pieces};
  }

  /**
   * @param {(Text | null)[]} nodes
   * @param {{from: {piece: number, offset: number}, to: {piece: number, offset: number}}} place
   * @returns {Range}
   */
  function rangeOf(nodes, {from, to}) {
    const range = document.createRange();
    range.setStart(/** @type {Text} */ (nodes[from.piece]), from.offset);
    range.setEnd(/** @type {Text} */ (nodes[to.piece]), to.offset);
    return range;
  }

  /**
   * @typedef {"info" | "hint" | "warning" | "hold"} Severity
   * @typedef {{severity: Severity, text: string, mark: {quote: string, nth: number}}} Squiggle
   */

  /** Those of the last annotation, most severe first. @type {Squiggle[]} */
  let squiggles = [];

  /** What is drawn, and the words it was drawn under. @type {{squiggle: Squiggle, range: Range, words: string}[]} */
  let drawn = [];

  /** From this version on, Thunderbird draws lines under highlights; before it only their paper. */
  const FIRST_WITH_LINES = 149;

  const [, version = FIRST_WITH_LINES] = /rv:(\d+)/.exec(navigator.userAgent) ?? [];

  /** @param {string} severity */
  const highlightName = severity => `tact-${severity}${Number(version) < FIRST_WITH_LINES ? "-paper" : ""}`;

  /** @param {Squiggle[]} given most severe first */
  function showSquiggles(given) {
    squiggles = given.slice(0, MAX_SQUIGGLES);
    drawn = [];
    if (squiggles.length > 0) {
      const {nodes, pieces} = readDraft();
      const marks = squiggles.map(({mark}) => mark);
      places.find(pieces, marks).forEach((/** @type {any} */ place, /** @type {number} */ at) => {
        if (place) {
          const range = rangeOf(nodes, place);
          drawn.push({squiggle: squiggles[at], range, words: range.toString()});
        }
      });
    }
    draw();
  }

  /** Puts what is drawn into the registry of highlights; the document is not touched. */
  function draw() {
    const {CSS: {highlights}, Highlight} = editor.window;
    for (const [level, severity] of Object.keys(COLORS).entries()) {
      const ranges = drawn.filter(({squiggle}) => squiggle.severity === severity).map(({range}) => range);
      if (ranges.length > 0) {
        const highlight = new Highlight(...ranges);
        highlight.priority = level;
        highlights.set(highlightName(severity), highlight);
      } else {
        highlights.delete(highlightName(severity));
      }
    }
  }

  /** Squiggles whose words have changed go at once; those that still hold come back with the next annotation. */
  function dropStale() {
    const fresh = drawn.filter(({range, words}) => range.toString() === words);
    if (fresh.length < drawn.length) {
      drawn = fresh;
      draw();
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {{squiggle: Squiggle, box: DOMRect} | null} the most severe squiggle there
   */
  function squiggleAt(x, y) {
    for (const {squiggle, range} of drawn) {
      for (const box of range.getClientRects()) {
        if (x >= box.left - NEAR_PX && x <= box.right + NEAR_PX
          && y >= box.top - NEAR_PX && y <= box.bottom + NEAR_PX) {
          return {squiggle, box};
        }
      }
    }
    return null;
  }

  /** The squiggle whose text is shown. @type {Squiggle | null} */
  let hinted = null;

  /** Shows what a squiggle says under it, or over it where there is no room. @param {number} x @param {number} y */
  function showHint(x, y) {
    const here = squiggleAt(x, y);
    if (!here) {
      hideHint();
      return;
    }
    const {squiggle: {severity, text}, box} = here;
    const {light, dark} = COLORS[severity];
    /** @param {string[]} colors */
    const paint = ([ink, paper, edge]) =>
      `--tact-hint-ink: ${ink}; --tact-hint-paper: ${paper}; --tact-hint-edge: ${edge};`;
    /** @param {number} left @param {string} inset */
    const put = (left, inset) => hintSheet.replaceSync(`
      html { --tact-hint: ${cssString(text)}; ${paint(light)}
        --tact-hint-left: ${left}px; --tact-hint-inset: ${inset}; }
      @media (prefers-color-scheme: dark) { html { ${paint(dark)} } }`);
    put(0, "0 auto");
    const {width, height} = getComputedStyle(document.documentElement, "::after");
    const {clientWidth} = document.documentElement;
    const left = Math.max(GAP_PX, Math.min(box.left, clientWidth - parseFloat(width) - GAP_PX));
    const hasRoom = box.bottom + GAP_PX + parseFloat(height) <= innerHeight;
    put(left, hasRoom ? `${box.bottom + GAP_PX}px auto` : `auto ${innerHeight - box.top + GAP_PX}px`);
    hinted = here.squiggle;
  }

  function hideHint() {
    clearTimeout(resting);
    if (hinted) {
      hinted = null;
      hintSheet.replaceSync("");
    }
  }

  /** @type {any} */
  let resting = null;

  /** @param {MouseEvent} event */
  function mouseMoved({clientX, clientY}) {
    if (drawn.length === 0) {
      return;
    }
    clearTimeout(resting);
    if (hinted && squiggleAt(clientX, clientY)?.squiggle !== hinted) {
      hideHint();
    }
    resting = setTimeout(() => showHint(clientX, clientY), REST_MS);
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
   * Carries out one command of the editor as one edit, and leaves the caret at the user's words.
   *
   * @param {Range} range what the command is about
   * @param {string} command
   * @param {string} [value]
   * @returns {boolean} whether the draft was changed
   */
  function edit(range, command, value) {
    const selection = /** @type {Selection} */ (getSelection());
    const {anchorNode, anchorOffset, focusNode, focusOffset} = selection;
    // Moves with the words around it.
    const caret = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
    selection.removeAllRanges();
    selection.addRange(range);
    const done = document.execCommand(command, false, value);
    if (caret?.startContainer.isConnected) {
      selection.removeAllRanges();
      selection.addRange(caret);
    }
    // An undo right after it would leave the caret where the edit was.
    document.addEventListener("input", event => {
      const isThere = (/** @type {Node | null} */ node, /** @type {number} */ offset) =>
        node?.isConnected && offset <= (node instanceof Text ? node.length : node.childNodes.length);
      if (/** @type {InputEvent} */ (event).inputType === "historyUndo" && isThere(anchorNode, anchorOffset)
        && isThere(focusNode, focusOffset)) {
        selection.setBaseAndExtent(/** @type {Node} */ (anchorNode), anchorOffset,
          /** @type {Node} */ (focusNode), focusOffset);
      }
    }, {once: true});
    return done;
  }

  /**
   * @param {Node | null} before a child of body, null for the end
   * @param {string} html
   * @returns {boolean} whether the draft was changed
   */
  function insert(before, html) {
    const children = [.../** @type {NodeListOf<Node>} */ (document.body.childNodes)];
    const range = document.createRange();
    range.setStart(document.body, before ? children.indexOf(before) : children.length);
    return edit(range, "insertHTML", html);
  }

  /**
   * @param {{mark: {quote: string, nth: number}, text: string}} words text: empty to leave them out
   * @returns {boolean} whether the draft was changed; false when the words are not there any more
   */
  function replaceWords({mark, text}) {
    const {nodes, pieces} = readDraft();
    const [place] = places.find(pieces, [mark]);
    if (!place) {
      return false;
    }
    if (text === "") {
      return edit(rangeOf(nodes, places.withSpace(pieces, place)), "delete");
    }
    const range = rangeOf(nodes, place);
    const block = childOfBody(range.startContainer);
    const added = text.endsWith(`\n\n${mark.quote}`) ? text.slice(0, -mark.quote.length).trim() : null;
    // Where only a paragraph comes before the words, they stay as they are.
    return added !== null && matches(block, "p") && startsBlock(range, block)
      ? insert(block, `<p>${escaped(added)}</p>`)
      : edit(range, "insertText", text);
  }

  /** @param {Range} range @param {Node} block @returns {boolean} whether nothing stands before it in the block */
  function startsBlock(range, block) {
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return before.toString().trim() === "";
  }

  /**
   * Adds a sentence as a paragraph of its own, the way the draft has its paragraphs.
   *
   * @param {{text: string, isPlainText: boolean}} sentence
   * @returns {boolean} whether the draft was changed
   */
  function addSentence({text, isPlainText}) {
    const {nodes, pieces} = readDraft();
    const {after, closing} = places.placeOfSentence(pieces);
    if (!after) {
      return edit(startOfNewText(), "insertText", text);
    }
    const end = rangeOf(nodes, {from: after.to, to: after.to});
    const block = childOfBody(end.startContainer);
    const isWholeBlock = !closing || childOfBody(/** @type {Text} */ (nodes[closing.from.piece])) !== block;
    if (!isPlainText && isWholeBlock && matches(block, "p, div")) {
      return insert(block.nextSibling, matches(block, "p")
        ? `<p>${escaped(text)}</p>`
        : `<div><br></div><div>${escaped(text)}</div>`);
    }
    const isCloseTo = closing
      && pieces.slice(after.to.piece, closing.from.piece).filter(piece => piece.text === "\n").length < 2;
    return edit(end, "insertText", `\n\n${text}${isCloseTo ? "\n" : ""}`);
  }

  /** @returns {Range} the caret where it is in new text, else where that would begin */
  function startOfNewText() {
    const {anchorNode, anchorOffset} = /** @type {Selection} */ (getSelection());
    const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
    const isOwn = anchorNode && document.body.contains(anchorNode) && !element?.closest(`${NOT_NEW}, ${QUOTED}`);
    const range = document.createRange();
    if (isOwn) {
      range.setStart(anchorNode, anchorOffset);
    } else {
      range.setStart(document.body, 0);
    }
    range.collapse(true);
    return range;
  }

  /** @param {Node} node in the body @returns {Node} the child of body that holds it */
  function childOfBody(node) {
    let child = node;
    while (child.parentNode && child.parentNode !== document.body) {
      child = child.parentNode;
    }
    return child;
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
      case "show":
        showLens(message.lens, message.badge);
        showSquiggles(message.squiggles);
        clearTimeout(again);
        if (message.askAgainMs !== null) {
          again = setTimeout(() => tell({type: "draft-edited"}), message.askAgainMs);
        }
        return Promise.resolve(true);
      case "are-you-there":
        return Promise.resolve(true);
      case "insert-quote":
        return Promise.resolve(insertQuote(message));
      case "replace-words":
        return Promise.resolve(replaceWords(message));
      case "add-sentence":
        return Promise.resolve(addSentence(message));
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
    } else {
      showHint(event.clientX, event.clientY);
    }
  }, true);
  addEventListener("mousemove", mouseMoved, {capture: true, passive: true});
  for (const moved of ["keydown", "scroll", "blur", "mouseout"]) {
    addEventListener(moved, hideHint, {capture: true, passive: true});
  }
  addEventListener("focus", () => tell({type: "editor-focus", focused: true}));
  addEventListener("blur", () => tell({type: "editor-focus", focused: false}));

  tell({type: "draft-edited"});
  tell({type: "editor-focus", focused: document.hasFocus()});
})();
