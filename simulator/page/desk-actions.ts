import { STORED_KEY } from '../host/phone/storage.ts';
import type { DeskPhone } from './desk-phone.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';
import { byId } from './element-by-id.ts';

/** A word stays this long, in ms. */
const SAID_FOR = 4_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says in a word what came of something, for a moment. */
export function say(word: string): void {
  byId('said').textContent = word;
  clearTimeout(timer);
  timer = setTimeout(() => say(''), SAID_FOR);
}

/**
 * The buttons for what a hand does with a phone.
 * @param begin starts at the program's own first page
 */
export function listenToActions(phone: DeskPhone, begin: () => void): void {
  const on = (id: string, act: () => unknown) => byId(id).addEventListener('click', act);
  on('back', () => phone.control()?.back() && say(WORDS.noBack));
  on('pull', () => phone.control()?.pullDown() || say(WORDS.noPull));
  on('share', async () => (await phone.control()?.share()) ?? say(WORDS.noShare));
  on('timeline', () => phone.control()?.shareTimeline() ?? say(WORDS.noTimeline));
  on('background', () => phone.control()?.setForeground(phone.isInBackground()));
  on('forget', () => {
    localStorage.removeItem(STORED_KEY);
    say(WORDS.forgotten);
    begin();
  });
  on('copy', () => {
    // Browsers offer the clipboard on https and on this machine alone.
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
    copied.then(
      () => say(WORDS.copied),
      () => say(WORDS.notCopied),
    );
  });
}
