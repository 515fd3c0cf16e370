import { type ApiGroup, event, sync } from './api.ts';
import { SelectorQuery } from './selector-query.ts';

export const layoutApis: ApiGroup = (host) => ({
  createSelectorQuery: sync(() => new SelectorQuery(host)),
  nextTick: event((callback?: (value: never) => void) => {
    if (callback) setTimeout(() => callback(undefined as never), 0);
  }),
});
