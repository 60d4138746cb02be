/**
 * A click on the lens opens the panel, as a click on the button does.
 */
import {pause} from "./clock.mjs";

/** Time between two tries, in milliseconds. */
const AGAIN_MS = 100;

/** A window that is locked for longer, such as by a hold, has something else to say, in milliseconds. */
const LOCKED_MS = 2_000;

/**
 * Opens the panel of a compose window. While Thunderbird saves the draft, by itself as well, its toolbar is locked and
 * opens nothing: then once it is free.
 *
 * @param {{composeAction: Pick<typeof browser.composeAction, "openPopup">}} api
 * @param {import("./clock.mjs").Clock} clock
 * @param {number} windowId
 * @returns {Promise<boolean>} false when the window stays locked, or its toolbar has no button of Tact's
 * @throws when the window is not there any more
 */
export async function openPanel(api, clock, windowId) {
  const until = clock.now() + LOCKED_MS;
  while (!await api.composeAction.openPopup({windowId})) {
    if (clock.now() >= until) {
      return false;
    }
    await pause(clock, AGAIN_MS);
  }
  return true;
}
