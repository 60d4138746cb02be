/**
 * One row of the list: whom, what about, how it stands, its course in time, its days, and what can be done.
 */
import {make, makeButton} from "../parts/dom.mjs";
import {date, daysFrom, relative} from "../parts/dates.mjs";
import {dotsOf} from "../parts/dots.mjs";
import {draw} from "../parts/svg.mjs";
import {timelineOf} from "../parts/timeline.mjs";
import {text} from "../texts.mjs";

/** @typedef {import("../protocol.mjs").FollowUp} FollowUp */

/**
 * @param {FollowUp} row
 * @param {{now: Date, language: string, onWrite: () => unknown, onMenu: () => unknown}} options
 * @returns {HTMLElement}
 */
export function rowOf(row, {now, language, onWrite, onMenu}) {
  const built = make("div", `row ${row.group} ${row.severity}`,
    cell("who", clipped("name", row.name), ...othersOf(row), clipped("subject quiet", row.subject)),
    cell("standing", make("span", "count", dotsOf(row.tries, row.budget, row.title), clipped("text", row.text)),
      clipped("advice quiet", row.advice)),
    cell("course", ...courseOf(row, now)),
    cell("days", ...nextOf(row, now, language), lastOf(row, now, language)),
    cell("does", ...(row.write ? [writeButton(row, onWrite)] : []), menuButton(row, onMenu)));
  built.setAttribute("role", "row");
  built.setAttribute("aria-level", "2");
  return built;
}

/** Stands for a row that is on its way. @returns {HTMLElement} */
export function blankRow() {
  const built = make("div", "row blank", cell("who", make("span", "name", "…")));
  built.setAttribute("role", "row");
  built.setAttribute("aria-level", "2");
  built.setAttribute("aria-busy", "true");
  return built;
}

/** @param {string} className @param {...Node} content */
function cell(className, ...content) {
  const made = make("div", className, ...content);
  made.setAttribute("role", "gridcell");
  return made;
}

/** On one line, and whole where the mouse rests. @param {string} className @param {string} words */
function clipped(className, words) {
  const made = make("span", `clipped ${className}`, words);
  made.title = words;
  made.dir = "auto";
  return made;
}

/** @param {FollowUp} row */
function othersOf({others}) {
  if (others === 0) {
    return [];
  }
  const made = make("span", "others", `+${others}`);
  made.title = others === 1 ? text("followUpsOtherOne") : text("followUpsOthers", String(others));
  made.setAttribute("aria-label", made.title);
  made.setAttribute("role", "img");
  return [made];
}

/** @param {FollowUp} row @param {Date} now */
function courseOf({timeline}, now) {
  const name = text("timelineName", timeline.map(moment => moment.text).join("; "));
  return timeline.length > 0 ? [timelineOf(timeline, now.getTime(), name)] : [];
}

/** @param {FollowUp} row @param {Date} now @param {string} language */
function nextOf({next}, now, language) {
  if (next === null) {
    return [];
  }
  const absolute = date(next, now, language);
  const label = text(daysFrom(next, now) > 0 ? "followUpsNext" : "followUpsDue");
  const made = make("span", "clipped next", make("span", "label", label), " ",
    make("b", "", relative(next, now, language)), " ", make("span", "quiet", absolute));
  made.title = `${label} ${absolute}`;
  return [made];
}

/** @param {FollowUp} row @param {Date} now @param {string} language */
function lastOf({lastContact}, now, language) {
  const made = make("span", "clipped last quiet",
    text("followUpsLast", relative(lastContact, now, language)));
  made.title = date(lastContact, now, language);
  return made;
}

/** @param {FollowUp} row @param {() => unknown} onClick */
function writeButton({name}, onClick) {
  const button = makeButton("write primary", text("followUpsWrite"), onClick);
  button.title = text("followUpsWriteTitle", name);
  button.tabIndex = -1;
  return button;
}

/** @param {FollowUp} row @param {() => unknown} onClick */
function menuButton({name}, onClick) {
  const button = makeButton("more", "", onClick);
  button.append(draw("svg", {"viewBox": "0 0 16 16", "width": 16, "height": 16, "aria-hidden": "true"},
    ...[3, 8, 13].map(x => draw("circle", {"cx": x, "cy": 8, "r": 1.5}))));
  button.title = text("followUpsMenu", name);
  button.setAttribute("aria-label", button.title);
  button.setAttribute("aria-haspopup", "dialog");
  button.tabIndex = -1;
  return button;
}
