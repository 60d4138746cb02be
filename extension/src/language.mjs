/**
 * The byte promise at the opening of a compose window. Asking Thunderbird for a draft's details makes it note the
 * author; it notes the draft's language by itself, a moment after the window opened; and it writes header fields in the
 * order in which they were noted. So the first question has to wait for the language.
 */
import {pause} from "./clock.mjs";

/** Time between two looks, in milliseconds. */
const LOOK_MS = 25;

/** A window that has not chosen a language within this time has none, in milliseconds. */
const CHOSEN_MS = 1_000;

/**
 * Waits until the language of a compose window is chosen.
 *
 * @param {Pick<typeof browser, "compose">} api
 * @param {import("./clock.mjs").Clock} clock
 * @param {number} tabId
 * @returns {Promise<void>} settles at once where there is no dictionary, and so no language to choose
 */
export async function languageChosen(api, clock, tabId) {
  const until = clock.now() + CHOSEN_MS;
  do {
    const dictionaries = Object.values(await api.compose.getActiveDictionaries(tabId));
    if (dictionaries.length === 0 || dictionaries.includes(true)) {
      return;
    }
    await pause(clock, LOOK_MS);
  } while (clock.now() < until);
}
