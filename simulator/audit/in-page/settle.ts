import type { Control } from '../../host/control.ts';
import { awaitedImages } from './find-images.ts';

/** The page is at rest when nothing has changed for so long, in ms: longer than the program's own pauses. */
const QUIET = 120;
const LIMIT = 15_000;
const NETWORK = new Set(['request', 'downloadFile']);

type PhoneWindow = { simulatorControl: Control };

/** Resolves when nothing changes any more and nothing is on its way. Rejects when that never comes. */
export async function settle(): Promise<void> {
  let changedAt = performance.now();
  const observer = new MutationObserver(() => {
    changedAt = performance.now();
  });
  observer.observe(document.body, {
    ...{ subtree: true, childList: true, attributes: true, characterData: true },
  });
  const end = performance.now() + LIMIT;
  while (performance.now() - changedAt < QUIET) {
    await nextFrame();
    const awaited = onTheWay();
    if (awaited.length > 0) changedAt = performance.now();
    if (performance.now() > end) {
      throw new Error(`the page did not come to rest; on the way: ${awaited.join(', ') || 'none'}`);
    }
  }
  observer.disconnect();
}

function onTheWay(): string[] {
  const { simulatorControl } = globalThis as unknown as PhoneWindow;
  const calls = simulatorControl
    .records()
    .calls.filter(({ name, outcome }) => outcome === 'pending' && NETWORK.has(name));
  return [...calls.map(({ name }) => name), ...awaitedImages().map(({ src }) => src)];
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
