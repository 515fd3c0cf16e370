import type { Way } from '../host/host.ts';
import { type Answer, type ApiGroup, async, Refusal } from './api.ts';

export const navigationApis: ApiGroup = ({ stack }) => {
  const go = (way: Way) =>
    async(async ({ url, events }): Promise<Answer> => {
      await afterHandler();
      const refused = stack.go(way, String(url ?? ''));
      if (refused) return new Refusal(refused);
      return way === 'navigateTo' ? { eventChannel: createChannel(events) } : {};
    });
  return {
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    switchTab: go('switchTab'),
    reLaunch: go('reLaunch'),
    navigateBack: async(async ({ delta }) => {
      await afterHandler();
      const refused = stack.back(Number(delta ?? 1));
      return refused ? new Refusal(refused) : {};
    }),
  };
};

/** A page opens after the handler that asked for it has ended. */
function afterHandler(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

type Listener = (...args: unknown[]) => void;

/** The wire between a page and the one that it opened. */
function createChannel(events: unknown) {
  const listeners = new Map<string, Set<Listener>>();
  const of = (name: string) => {
    const known = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, known);
    return known;
  };
  for (const [name, listener] of Object.entries((events ?? {}) as Record<string, Listener>)) {
    of(name).add(listener);
  }
  const once = (name: string, listener: Listener) => {
    const first: Listener = (...args) => {
      of(name).delete(first);
      listener(...args);
    };
    of(name).add(first);
  };
  return {
    once,
    on: (name: string, listener: Listener) => void of(name).add(listener),
    off: (name: string, listener: Listener) => void of(name).delete(listener),
    emit: (name: string, ...args: unknown[]) => {
      for (const listener of of(name)) listener(...args);
    },
  };
}
