import type { GeneralComponent } from 'glass-easel';
import { partHost } from '../parts/part-host.ts';
import { type IntersectionOptions, ProgramIntersectionObserver } from './intersection-observer.ts';

type Caller = { _$: GeneralComponent };

/** Gives a page or component its own functions that watch places, the same as those of `wx`. */
export function giveObservers(caller: Caller): void {
  Object.assign(caller, {
    createIntersectionObserver: (options: IntersectionOptions = {}) =>
      new ProgramIntersectionObserver(partHost(), caller._$, options),
    createMediaQueryObserver: () => {
      const message = 'createMediaQueryObserver is not modelled by the simulator';
      partHost().ledger.breakRule('call.unknown', message);
      throw new Error(message);
    },
  });
}
