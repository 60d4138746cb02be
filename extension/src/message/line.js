/**
 * Runs in a displayed mail: a click on the line over it opens the card of the button. The document is not touched.
 */
(() => {
  "use strict";

  const STARTED = Symbol.for("tact.line");
  if (/** @type {any} */ (globalThis)[STARTED]) {
    return;
  }
  /** @type {any} */ (globalThis)[STARTED] = true;

  addEventListener("click", event => {
    const root = document.documentElement;
    const {content, height} = getComputedStyle(root, "::before");
    // What is generated at the beginning of the document has the document itself as target, as its blank space has.
    if (event.target === root && content.startsWith('"') && event.pageY < parseFloat(height)) {
      // While the add-on is being updated nobody listens.
      browser.runtime.sendMessage({type: "line-clicked"}).catch(() => {});
    }
  }, true);
})();
