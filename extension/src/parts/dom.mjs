/**
 * Elements of Tact's pages. Everything from mail or host is set as text.
 */

/** @param {string} id @returns {HTMLElement} */
export const element = id => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(string | Node)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

/**
 * @param {string} className
 * @param {string} label
 * @param {() => unknown} onClick
 * @returns {HTMLButtonElement}
 */
export function makeButton(className, label, onClick) {
  const button = make("button", className, label);
  button.type = "button";
  button.addEventListener("click", onClick);
  return button;
}

/** Keys of what `arrange` has built. @type {WeakMap<Node, string>} */
const keys = new WeakMap();

/**
 * Makes the children of an element those of the items, keeping the nodes of items that have not changed: an open form
 * in one, and the focus, stay.
 *
 * @template Item
 * @param {Element} parent
 * @param {Item[]} items plain data
 * @param {(item: Item) => Element} build
 */
export function arrange(parent, items, build) {
  const left = [...parent.children];
  const nodes = items.map(item => {
    const key = JSON.stringify(item);
    const at = left.findIndex(node => keys.get(node) === key);
    if (at >= 0) {
      return left.splice(at, 1)[0];
    }
    const built = build(item);
    keys.set(built, key);
    return built;
  });
  left.forEach(node => node.remove());
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) {
      parent.insertBefore(node, parent.children[at] ?? null);
    }
  });
}
