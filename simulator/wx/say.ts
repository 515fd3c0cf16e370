import type { Host } from '../host/host.ts';
import { showToast } from '../host/screen/overlays.ts';

/** Says in a word, over the page, where the program would have led. */
export function say(host: Host, title: string): void {
  showToast(host, { title, icon: 'none', duration: 2000, mask: false });
}
