import type { BuildState } from '../build-watch.ts';

export type BuildListener = {
  /** Another build is there than when this page was loaded. */
  rebuilt: () => void;
  /** The build is being made, or could not be made; null when it is there again. */
  state?: (state: Exclude<BuildState, { kind: 'ready' }> | null) => void;
};

/** What the server tells its pages; the browser connects again by itself when the server was away. */
export function openEvents(): EventSource {
  return new EventSource('/simulator/events');
}

/** Listens for rebuilds. */
export function followBuild(
  events: EventSource,
  { rebuilt, state = () => {} }: BuildListener,
): void {
  let shown: string | null = null;
  events.addEventListener('message', ({ data }) => {
    const news = JSON.parse(data as string) as BuildState;
    state(news.kind === 'ready' ? null : news);
    if (news.kind !== 'ready') {
      // Whatever was loaded meanwhile is no whole build.
      shown ??= '';
      return;
    }
    const changed = shown !== null && shown !== news.stamp;
    shown = news.stamp;
    if (changed) rebuilt();
  });
}
