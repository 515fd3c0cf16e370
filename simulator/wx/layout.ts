import type { GeneralComponent } from 'glass-easel';
import { type ApiGroup, event, sync } from './api.ts';
import { type IntersectionOptions, ProgramIntersectionObserver } from './intersection-observer.ts';
import { SelectorQuery } from './selector-query.ts';

type Caller = { _$?: GeneralComponent };
type ResizeListener = (value: { size: { windowWidth: number; windowHeight: number } }) => void;

export const layoutApis: ApiGroup = (host) => ({
  createSelectorQuery: sync(() => new SelectorQuery(host)),
  createIntersectionObserver: sync(
    (caller?: Caller, options?: IntersectionOptions) =>
      new ProgramIntersectionObserver(host, caller?._$, options ?? {}),
  ),
  onWindowResize: event((listener?: ResizeListener) => host.app.on('onWindowResize', listener)),
  offWindowResize: event((listener?: ResizeListener) => host.app.off('onWindowResize', listener)),
  nextTick: event((callback?: (value: never) => void) => {
    if (callback) setTimeout(() => callback(undefined as never), 0);
  }),
});
