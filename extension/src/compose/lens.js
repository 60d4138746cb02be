/**
 * What the lens over a draft and the line over a displayed mail look like: text, dots and colours as custom properties.
 * A script of its own, for compose windows know no modules; it leaves one object.
 */
(() => {
  "use strict";

  /** More dots than these would be no picture any more. */
  const MAX_DOTS = 5;

  const DOT_PX = 12;

  /** Ink, paper and edge by severity, on light and on dark paper. */
  const COLORS = {
    info: {light: ["#33404f", "#eef2f7", "#7d8ea3"], dark: ["#d5dce6", "#2c323b", "#8796aa"]},
    hint: {light: ["#0b4f5a", "#e6f4f5", "#1f8a99"], dark: ["#bfe7ec", "#17353a", "#3fa9b8"]},
    warning: {light: ["#6b3900", "#fdf1df", "#d98209"], dark: ["#ffdcae", "#3d2c14", "#e3982f"]},
    hold: {light: ["#8c1d18", "#fcebea", "#c5362d"], dark: ["#ffcfca", "#421e1c", "#e5655c"]},
  };

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
   * @returns {[string, string][]} none when there is nothing to draw
   */
  function dots(badge, color) {
    const [, attempt, budget] = (/^(\d+)\/(\d+)$/.exec(badge ?? "") ?? []).map(Number);
    if (!budget || budget > MAX_DOTS) {
      return [];
    }
    const images = Array.from({length: budget}, (_, index) => {
      const fill = index < attempt ? color : "transparent";
      const x = 12 + index * DOT_PX;
      return `radial-gradient(circle at ${x}px 50%, ${fill} 2.6px, ${color} 3.1px, ${color} 3.7px, transparent 4.3px)`;
    });
    return [["--tact-dots", images.join(", ")], ["--tact-dots-width", `${budget * DOT_PX}px`]];
  }

  /**
   * @param {{text: string, severity: keyof typeof COLORS}} lens
   * @param {string | null} badge
   * @returns {{light: [string, string][], dark: [string, string][]}} custom properties on light and on dark paper
   */
  function properties({text, severity}, badge) {
    /** @param {string[]} colors @returns {[string, string][]} */
    const paint = ([ink, paper, edge]) => [["--tact-text", cssString(text)], ["--tact-ink", ink],
      ["--tact-paper", paper], ["--tact-edge", edge], ...dots(badge, edge)];
    const {light, dark} = COLORS[severity];
    return {light: paint(light), dark: paint(dark)};
  }

  /** @type {any} */ (globalThis).tactLens = Object.freeze({COLORS, cssString, properties});
})();
