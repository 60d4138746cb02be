/**
 * Annotation -> what a compose window shows; counter -> what a message window shows. No policy: the host has decided.
 */

/**
 * @typedef {import("./protocol.mjs").Annotation} Annotation
 * @typedef {import("./protocol.mjs").Counter} Counter
 * @typedef {import("./protocol.mjs").Severity} Severity
 * @typedef {import("./host.mjs").HostFault} HostFault
 * @typedef {(key: string, ...substitutions: string[]) => string} Texts
 * @typedef {{badge: string, color: string, label: string, title: string}} Button
 * @typedef {{annotation: Annotation | null, fault: {name: string, detail: string | null} | null}} View
 */

/** Badge colours; white text stands on each with a contrast over 4.5. @type {Record<Severity, string>} */
const COLORS = Object.freeze({info: "#4b6076", hint: "#0b6a78", warning: "#9a5200", hold: "#b3261e"});

/** A fault is no fault of the user's: grey. */
const FAULT_COLOR = "#5b5b66";

/**
 * The compose window's button.
 *
 * @param {View} view
 * @param {Texts} text
 * @returns {Button}
 */
export function buttonOf({annotation, fault}, text) {
  if (fault) {
    return {
      badge: "!",
      color: FAULT_COLOR,
      label: text("buttonLabel"),
      title: `${text("buttonLabel")}: ${faultText(fault, text)} ${faultRemedy(fault, text)}`,
    };
  }
  return {
    badge: annotation?.badge ?? "",
    color: COLORS[severityOf(annotation)],
    label: annotation?.label ?? text("buttonLabel"),
    title: annotation?.title ?? text("buttonTitle"),
  };
}

/**
 * The message window's button.
 *
 * @param {Counter | null} counter null when the host could not be asked
 * @param {Texts} text
 * @returns {Button}
 */
export function buttonOfCounter(counter, text) {
  return {
    badge: counter?.badge ?? "",
    color: COLORS[counter?.severity ?? "info"],
    label: labelOf(counter) ?? text("buttonLabel"),
    title: counter?.title ?? text("messageTitle"),
  };
}

/**
 * The day the next try is due makes a button push others out of its row; it stands in the line over the mail and in the
 * card.
 *
 * @param {Counter | null} counter
 */
function labelOf(counter) {
  const text = counter?.text ?? null;
  return text && counter?.standing === "waiting" ? text.split(" · ").slice(0, 2).join(" · ") : text;
}

/**
 * What is wrong, in one sentence.
 *
 * @param {{name: string, detail: string | null}} fault
 * @param {Texts} text
 */
export function faultText(fault, text) {
  const said = ["incompatible", "refused"].includes(fault.name) ? fault.detail : null;
  return said ?? text(`fault_${fault.name}_text`);
}

/**
 * What the user can do, and that mail goes out all the same.
 *
 * @param {{name: string, detail: string | null}} fault
 * @param {Texts} text
 */
export function faultRemedy(fault, text) {
  return text(`fault_${fault.name}_remedy`);
}

/**
 * @param {Annotation | null} annotation
 * @returns {Severity} of its most severe advice; advice comes most severe first
 */
export function severityOf(annotation) {
  return annotation?.advice[0]?.severity ?? annotation?.lens?.severity ?? "info";
}

/**
 * What the editor underlines.
 *
 * @param {Annotation | null} annotation
 * @returns {{severity: Severity, text: string, mark: import("./protocol.mjs").Mark}[]} most severe first
 */
export function squigglesOf(annotation) {
  return (annotation?.advice ?? []).flatMap(({severity, text, marks}) => marks.map(mark => ({severity, text, mark})));
}

/**
 * Paints a button for one tab.
 *
 * @param {{setBadgeText: Function, setBadgeTextColor: Function, setBadgeBackgroundColor: Function, setLabel: Function,
 *   setTitle: Function}} action composeAction or messageDisplayAction
 * @param {number} tabId
 * @param {Button} button
 * @returns {Promise<void>}
 */
export async function paint(action, tabId, {badge, color, label, title}) {
  await Promise.all([
    action.setBadgeBackgroundColor({tabId, color}),
    action.setBadgeTextColor({tabId, color: "#ffffff"}),
    action.setBadgeText({tabId, text: badge}),
    action.setLabel({tabId, label}),
    action.setTitle({tabId, title}),
  ]);
}
