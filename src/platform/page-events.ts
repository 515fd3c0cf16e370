import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { logRefusal } from './wechat-call.ts';

const MINUTE_MS = 60_000;

/** Runs when the page is scrolled to its end. */
export const useReachEnd = (run: () => void): void => useReachBottom(run);

/** Runs when the page is pulled down; WeChat's own spinner stays until the promise is settled. */
export function usePullDown(run: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    const stop = () => Taro.stopPullDownRefresh();
    run().then(stop, stop);
  });
}

/** A parameter that the page was opened with; empty when there is none. It arrives percent-encoded, as in WeChat. */
function useParameter(name: string): string {
  const text = useRouter<Record<string, string | undefined>>().params[name] ?? '';
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: not one of ours; the endpoint will say that it doesn't know it.
    return text;
  }
}

/** The `id` that the page was opened with; empty when the link lost it. */
export const useIdParameter = (): string => useParameter('id');

/** The id of the notice whose message opened the page; empty when none did. */
export const useNoticeParameter = (): string => useParameter('notice');

/** Runs whenever the page comes to the top: when it is opened, and when what lay over it has gone. */
export const usePageShown = (run: () => void): void => useDidShow(run);

/** Now, in milliseconds since the epoch, renewed when the page is shown again after a minute or more. */
export function usePageClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useDidShow(() => {
    setNow((then) => (Date.now() - then >= MINUTE_MS ? Date.now() : then));
  });
  return now;
}

/** Scrolls the page to a place, in pixels from its top, without animation. */
export function scrollPageTo(scrollTop: number): void {
  logRefusal(Taro.pageScrollTo({ scrollTop, duration: 0 }));
}
