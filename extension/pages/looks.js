/**
 * What is looked for in a page, in the page itself. Each look gives what it has found wrong, as sentences; what can be
 * seen is what has a box.
 */

/** Puts the looks into the page, as `tactLooks`. */
export function installLooks() {
  /** Rounding of layout, in CSS pixels. */
  const TOLERANCE_PX = 1;

  /** What the arrow of a choice takes, in CSS pixels. */
  const ARROW_PX = 16;

  /** A line is higher than its letters: so much of it may be outside, in CSS pixels. */
  const LEADING_PX = 4;

  const WIDGET = "a[href], button, input:not([type=hidden]), select, textarea, summary, "
    + ["button", "checkbox", "link", "menuitem", "option", "radio", "switch", "tab"]
      .map(role => `[role=${role}]`).join();

  const INTERACTIVE = `${WIDGET}, [tabindex]`;

  /** Of these, one part has the Tab key's focus and the arrow keys go to the others. */
  const COMPOSITE = "[role=grid], [role=listbox], [role=menu], [role=radiogroup], [role=tablist], [role=toolbar], "
    + "[role=tree], [role=treegrid], [role=feed]";

  /** @param {Element} element */
  const isSeen = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true});

  /** Hidden from the eye alone: there for screen readers. @param {Element} element */
  const isForEars = element => {
    for (let one = /** @type {Element | null} */ (element); one; one = one.parentElement) {
      const {clip, clipPath, position} = getComputedStyle(one);
      const {width, height} = one.getBoundingClientRect();
      if (position === "absolute" && (width <= 1 || height <= 1 || clipPath !== "none" || clip !== "auto")) {
        return true;
      }
    }
    return false;
  };

  /** @param {Element} element */
  function called(element) {
    const id = element.id ? `#${element.id}` : "";
    const kind = element.classList.length > 0 ? `.${[...element.classList].join(".")}` : "";
    const words = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 50);
    return `<${element.localName}${id}${kind}> "${words}"`;
  }

  const elements = () => [...document.body.querySelectorAll("*")].filter(one => isSeen(one) && !isForEars(one));

  /** @param {Element} element */
  const ownTexts = element => /** @type {Text[]} */ (
    [...element.childNodes].filter(one => one instanceof Text && one.data.trim() !== ""));

  /** Whether somebody can scroll to it, or its surroundings cut it off. @param {Element} element */
  function isWithinScroller(element) {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(one).overflowX)) {
        return true;
      }
    }
    return false;
  }

  /** What the keyboard should reach. @type {Element[]} */
  let wanted = [];

  /** What it has come to, and whether that showed. @type {Map<Element, boolean>} */
  const reached = new Map();

  /** Whether the arrow keys come to it, or it is focused by a script alone, to be read out. @param {Element} element */
  function isReachedOtherwise(element) {
    if (element instanceof HTMLInputElement && element.type === "radio") {
      return true;
    }
    if (/** @type {HTMLElement} */ (element).tabIndex >= 0) {
      return false;
    }
    const group = element.parentElement?.closest(COMPOSITE);
    return !element.matches(`${WIDGET}, [role=row], [role=gridcell]`)
      || Boolean(group && [...reached.keys()].some(one => group.contains(one)));
  }

  /** What has its place and its height whatever is in it, and so can be too small for it. @param {Element} element */
  function boxOf(element) {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      const {position, overflowY} = getComputedStyle(one);
      if (overflowY === "auto" || overflowY === "scroll") {
        return null;
      }
      if (position === "absolute" || overflowY === "hidden" || overflowY === "clip") {
        return one;
      }
    }
    return null;
  }

  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

  /** Whether a field cannot show its placeholder, or a choice what is chosen. @param {Element} element */
  function isTooNarrow(element) {
    const shown = element instanceof HTMLSelectElement ? element.selectedOptions[0]?.label
      : element instanceof HTMLInputElement && element.value === "" ? element.placeholder : "";
    if (!shown) {
      return false;
    }
    const {font, paddingInlineStart, paddingInlineEnd} = getComputedStyle(element);
    pen.font = font;
    const arrow = element instanceof HTMLSelectElement ? ARROW_PX : 0;
    const room = element.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - arrow;
    return pen.measureText(shown).width > room + TOLERANCE_PX;
  }

  const looks = {
    /** Texts that are cut off without a title that gives them whole, or that stand out of their box or of the page. */
    clipped() {
      const wide = document.documentElement.clientWidth;
      /** @type {string[]} */
      const found = [];
      for (const element of elements()) {
        const texts = ownTexts(element);
        const style = getComputedStyle(element);
        const cuts = [style.overflowX, style.overflowY].map(one => one === "hidden" || one === "clip");
        const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element;
        const isInline = style.display === "inline" || element instanceof SVGElement;
        const isTold = Boolean(/** @type {HTMLElement | null} */ (element.closest("[title]"))?.title);
        if (!isInline && texts.length > 0 && !isTold) {
          if (scrollWidth > clientWidth + TOLERANCE_PX && style.overflowX !== "auto" && style.overflowX !== "scroll") {
            const what = cuts[0] ? "cut off" : "wider than its box";
            found.push(`${called(element)} is ${what}: ${scrollWidth} of ${clientWidth} px`);
          }
          if (cuts[1] && scrollHeight > clientHeight + TOLERANCE_PX) {
            found.push(`${called(element)} is cut off below: ${scrollHeight} of ${clientHeight} px`);
          }
        }
        if (isTooNarrow(element)) {
          found.push(`${called(element)} cuts off what it shows`);
        }
        const picture = element instanceof SVGElement ? element.ownerSVGElement : null;
        const svg = picture && getComputedStyle(picture).overflowX !== "visible" ? picture : null;
        const edges = svg?.getBoundingClientRect() ?? {left: 0, right: wide};
        const box = boxOf(element);
        for (const one of texts) {
          const range = document.createRange();
          range.selectNodeContents(one);
          const {left, right, top, bottom} = range.getBoundingClientRect();
          const edge = box?.getBoundingClientRect();
          if (box && edge && (top < edge.top - LEADING_PX || bottom > edge.bottom + LEADING_PX)) {
            found.push(`${called(element)} stands out of ${called(box)}, above or below`);
          }
          if (!isWithinScroller(svg ?? element)) {
            if (left < edges.left - TOLERANCE_PX || right > edges.right + TOLERANCE_PX) {
              found.push(`${called(element)} stands out of the ${svg ? "picture" : "page"}`);
            }
          }
        }
      }
      return found;
    },

    /** Gives the texts the room that WCAG 1.4.12 lets everybody ask for. */
    space() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; "
        + "word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    },

    /** Whether the page has to be scrolled sideways. */
    sideways() {
      const {scrollWidth, clientWidth} = document.documentElement;
      if (scrollWidth <= clientWidth + TOLERANCE_PX) {
        return [];
      }
      const rightToLeft = document.documentElement.dir === "rtl";
      const widest = elements().filter(one => !isWithinScroller(one)).filter(one => {
        const {left, right} = one.getBoundingClientRect();
        return rightToLeft ? left < -TOLERANCE_PX : right > clientWidth + TOLERANCE_PX;
      });
      return [`${scrollWidth} px in a window of ${clientWidth}: ${widest.slice(0, 3).map(called).join(", ")}`];
    },

    /**
     * Words that come neither from the catalogue nor from what the test has given.
     *
     * @param {string[]} given
     */
    untranslated(given) {
      /** @param {string} words */
      const bare = words => words.replace(/\s+/g, " ").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
      const data = given.map(bare);
      /** @param {string} words */
      const isForeign = words => {
        const rest = words.split(/⟦[^⟦⟧]*(?:⟦[^⟧]*⟧[^⟦⟧]*)*⟧| · |, /).map(bare);
        return rest.some(one => /\p{L}/u.test(one) && one !== "Tact" && !data.some(known => known.includes(one)));
      };
      const said = [{where: "the title of the page", words: document.title}];
      for (const element of [document.body, ...elements()]) {
        // Commands are the same in every language.
        if (element.localName !== "code") {
          said.push(...ownTexts(element).map(({data: words}) => ({where: called(element), words})));
        }
        for (const name of ["title", "aria-label", "aria-description", "aria-valuetext", "placeholder", "alt"]) {
          const words = element.getAttribute(name);
          if (words) {
            said.push({where: `the ${name} of ${called(element)}`, words});
          }
        }
      }
      const empty = [...document.querySelectorAll("[data-text]")].filter(one => !one.textContent?.trim());
      return [
        ...said.filter(({words}) => isForeign(words)).map(({where, words}) => `"${words.trim()}" in ${where}`),
        ...empty.map(one => `no text in ${called(one)}`),
      ];
    },

    /** What moves although the person has asked for less motion. */
    moving() {
      const running = document.getAnimations().filter(one => one.playState === "running")
        .map(one => `an animation of ${called(/** @type {any} */ (one.effect).target)}`);
      const moves = elements().filter(one => {
        const {transitionDuration, scrollBehavior} = getComputedStyle(one);
        return scrollBehavior === "smooth" || transitionDuration.split(",").some(time => parseFloat(time) > 0.001);
      });
      return [...running, ...moves.map(one => `a transition of ${called(one)}`)];
    },

    /**
     * Begins to note what the keyboard comes to.
     *
     * @returns {number} how much there is for it
     */
    watchFocus() {
      // Behind an open dialog nothing can be reached, nor should it.
      wanted = [...(document.querySelector("dialog:modal") ?? document.body).querySelectorAll(INTERACTIVE)]
        .filter(one => isSeen(one) && !one.matches(":disabled"));
      addEventListener("focusin", ({target}) => {
        const element = /** @type {Element} */ (target);
        const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
        const shows = outlineStyle !== "none" && parseFloat(outlineWidth) > 0 || boxShadow !== "none";
        reached.set(element, shows || reached.get(element) === true);
      }, true);
      return wanted.length;
    },

    /** Where the Tab key does not lead, or leads to something without a name or a sign. */
    focusFaults() {
      const {axe} = /** @type {any} */ (globalThis);
      axe.setup(document);
      const nameless = [...reached.keys()]
        .filter(one => one.isConnected && !axe.commons.text.accessibleText(one).trim());
      axe.teardown();
      return [
        ...nameless.map(one => `${called(one)} has no name`),
        ...[...reached].filter(([, shows]) => !shows)
          .map(([one]) => `${called(one)} does not show that it has the focus`),
        ...wanted.filter(one => !reached.has(one) && !isReachedOtherwise(one))
          .map(one => `Tab does not reach ${called(one)}`),
      ];
    },
  };
  /** @type {any} */ (globalThis).tactLooks = looks;
}
