import type { Venue } from '../../../types/event.ts';
import { copyText } from '../../platform/clipboard.ts';
import { openMap } from '../../platform/location.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { callPhone } from '../../platform/phone.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { showToast } from '../../platform/toast.ts';
import { EVENT_WORDS } from './event-words.ts';

/** Shows where it takes place: on the map when its coordinates are known, else by copying the address. Says so when neither works. */
export const showPlace = onceAtATime(async (venue: Pick<Venue, keyof Venue>) => {
  if (pointsToProgram()) return;
  const { name, address, latitude, longitude } = venue;
  if (latitude !== undefined && longitude !== undefined) {
    const isShown = await openMap({ name, address, latitude, longitude });
    if (!isShown) showToast(EVENT_WORDS.mapFailed);
    return;
  }
  const isCopied = await copyText(`${name} ${address}`.trim());
  showToast(isCopied ? EVENT_WORDS.addressCopied : EVENT_WORDS.addressNotCopied);
});

/** Offers to call the organiser; must run inside a tap. */
export const callOrganiser = onceAtATime(async (phone: string) => {
  if (pointsToProgram()) return;
  if ((await callPhone(phone)) === 'unavailable') showToast(EVENT_WORDS.callFailed);
});
