/**
 * Places in the text of a draft, found without its document: compose.js says of which pieces the text is made, and
 * gets back where in them something is. A script of its own, for compose windows know no modules; it leaves one object.
 */
(() => {
  "use strict";

  /**
   * @typedef {{text: string, isNew: boolean}} Piece a text node; a break between lines is a piece "\n"
   * @typedef {{piece: number, offset: number}} Point
   * @typedef {{from: Point, to: Point}} Place
   * @typedef {Place & {text: string}} Line
   */

  const SPACE = 32;

  /** Lines at the end of a text among which closing words are looked for. */
  const CLOSING_LINES = 8;

  /** Closing words and names are shorter than this, in characters. */
  const MAX_CLOSING = 60;

  /** Words that close a mail, whatever follows on their line; those that could begin a sentence must fill it. */
  const CLOSING = new RegExp("^(?:" + [
    "(?:with |very )*(?:best|kind(?:est)?|warm(?:est)?|friendly|many) (?:regards|wishes|greetings|thanks)",
    "all the best|thanks in advance|yours (?:sincerely|faithfully|truly)",
    "(?:mit )?(?:viele|beste|freundliche|herzliche|liebe|schöne|sonnige)[nr]?(?: und [a-zäöüß]+)? "
      + "(?:grü(?:ß|ss)en?|dank)",
    "danke im voraus|hochachtungsvoll|mfg",
    "(?:best|regards|cheers|take care|thanks|thank you|sincerely|yours)(?=[^\\p{L}]*$)",
    "(?:gru(?:ß|ss)|grü(?:ß|ss)e|danke|lg|vg)(?=[^\\p{L}]*$)",
  ].join("|") + ")(?![\\p{L}\\p{N}])", "iu");

  /** One to three words that begin with a capital letter. */
  const NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u;

  /** @param {number} code a UTF-16 code unit */
  const isSpace = code => code <= SPACE || code === 0xa0 || code === 0x200b || code === 0xfeff;

  /**
   * Signs by which Thunderbird's plain text shows bold, italic and underlined words: * / _ |
   *
   * @param {number} code
   */
  const isEmphasis = code => code === 42 || code === 47 || code === 95 || code === 124;

  /**
   * The text with every run of space as one, without signs of emphasis: what a draft's plain text and its document have
   * in common, however lines are wrapped.
   *
   * @param {Iterable<{text: string}>} pieces
   * @returns {{text: string, piece: number[], offset: number[]}} for each character, the piece and the place it is from
   */
  function flat(pieces) {
    let text = "";
    /** @type {number[]} */
    const piece = [];
    /** @type {number[]} */
    const offset = [];
    let index = 0;
    let wasSpace = true;
    for (const {text: own} of pieces) {
      for (let at = 0; at < own.length; at++) {
        const code = own.charCodeAt(at);
        const space = isSpace(code);
        if (!isEmphasis(code) && !(space && wasSpace)) {
          text += space ? " " : own[at];
          piece.push(index);
          offset.push(at);
          wasSpace = space;
        }
      }
      index++;
    }
    return {text, piece, offset};
  }

  /** @param {string} text */
  const flatText = text => flat([{text}]).text.trim();

  /**
   * Where each mark is.
   *
   * @param {Piece[]} pieces the draft without what it quotes, in order
   * @param {{quote: string, nth: number}[]} marks
   * @returns {(Place | null)[]} null for a mark that is not in the new text
   */
  function find(pieces, marks) {
    const {text, piece, offset} = flat(pieces);
    /** @param {number} at @param {number} length @returns {Place | null} null outside the new text */
    const place = (at, length) => {
      const last = at + length - 1;
      for (let index = piece[at]; index <= piece[last]; index++) {
        if (!pieces[index].isNew && pieces[index].text !== "\n") {
          return null;
        }
      }
      return {from: {piece: piece[at], offset: offset[at]}, to: {piece: piece[last], offset: offset[last] + 1}};
    };
    return marks.map(({quote, nth}) => {
      const wanted = flatText(quote);
      if (wanted === "") {
        return null;
      }
      let seen = 0;
      /** @type {Place[]} */
      const others = [];
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const found = place(at, wanted.length);
        if (found && seen === nth) {
          return found;
        }
        if (found) {
          others.push(found);
        }
        seen++;
      }
      // The plain text may have been wrapped inside one of them; where there is one only, it is that one.
      return others.length === 1 ? others[0] : null;
    });
  }

  /**
   * The place to leave out together with words: with the space that would stand twice without them.
   *
   * @param {Piece[]} pieces
   * @param {Place} words
   * @returns {Place}
   */
  function withSpace(pieces, {from, to}) {
    const before = pieces[from.piece].text.slice(0, from.offset);
    const after = pieces[to.piece].text.slice(to.offset);
    const startsLine = before.trim() === "" && (from.piece === 0 || pieces[from.piece - 1].text === "\n");
    const endsLine = after.trim() === "" && (to.piece === pieces.length - 1 || pieces[to.piece + 1].text === "\n");
    if (/\s$/.test(before) && (endsLine || /^[\s.,;:!?]/.test(after))) {
      return {from: {...from, offset: from.offset - 1}, to};
    }
    if (startsLine && /^\s/.test(after)) {
      return {from, to: {...to, offset: to.offset + 1}};
    }
    return {from, to};
  }

  /**
   * The lines of the new text that hold something.
   *
   * @param {Piece[]} pieces
   * @returns {Line[]}
   */
  function linesOf(pieces) {
    /** @type {Line[]} */
    const lines = [];
    /** @type {Line | null} */
    let line = null;
    pieces.forEach(({text, isNew}, piece) => {
      if (text === "\n" || !isNew) {
        line = null;
        return;
      }
      if (text.trim() === "") {
        return;
      }
      if (!line) {
        line = {text: "", from: {piece, offset: 0}, to: {piece, offset: 0}};
        lines.push(line);
      }
      line.text += text;
      line.to = {piece, offset: text.trimEnd().length};
    });
    return lines.map(one => ({...one, text: flatText(one.text)}));
  }

  /** @param {Line} line */
  const isClosing = ({text}) => text.length <= MAX_CLOSING && !text.endsWith("?") && CLOSING.test(text);

  /**
   * Where one more sentence goes: after the last line of what is said, before closing words and name.
   *
   * @param {Piece[]} pieces
   * @returns {{after: Line | null, closing: Line | null}} the lines before and after it, null where there is none
   */
  function placeOfSentence(pieces) {
    const lines = linesOf(pieces);
    let end = lines.length;
    while (end > 0 && end > lines.length - CLOSING_LINES && !isClosing(lines[end - 1])) {
      end--;
    }
    if (end > 0 && isClosing(lines[end - 1])) {
      // "Many thanks" above "best regards" belongs to them.
      while (end > 0 && isClosing(lines[end - 1])) {
        end--;
      }
    } else {
      end = lines.length > 1 && NAME.test(lines[lines.length - 1].text) ? lines.length - 1 : lines.length;
    }
    return {after: lines[end - 1] ?? null, closing: lines[end] ?? null};
  }

  /** @type {any} */ (globalThis).tactPlaces = Object.freeze({find, withSpace, placeOfSentence});
})();
