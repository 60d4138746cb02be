/**
 * Drawings, made element by element.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} content
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function draw(tag, attributes, ...content) {
  const drawn = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    drawn.setAttribute(name, String(value));
  }
  drawn.append(...content);
  return drawn;
}

/**
 * A drawing that stands for words.
 *
 * @param {string} className
 * @param {string} name what a screen reader says
 * @param {Record<string, string | number>} attributes
 * @param {...Node} content
 * @returns {SVGSVGElement}
 */
export function picture(className, name, attributes, ...content) {
  return draw("svg", {"class": className, "role": "img", "aria-label": name, ...attributes}, ...content);
}
