import type { Host } from '../host/host.ts';
import { type ApiGroup, sync } from './api.ts';

type Listener = (value?: unknown) => void;
type Action = 'play' | 'pause' | 'stop';

/** What a program can listen for: `onPlay`, `offPlay` and so on. */
const EVENTS = [
  ...['Canplay', 'Play', 'Pause', 'Stop', 'Ended', 'TimeUpdate'],
  ...['Error', 'Waiting', 'Seeking', 'Seeked'],
];

/** Every recording of this phone takes so many seconds; no sound is made. */
const DURATION = 60;
const TICK_MS = 250;

export const audioApis: ApiGroup = (host) => ({
  createInnerAudioContext: sync(() => createContext(host)),
});

/** A player as far as a program can see it: its states, its events and its clock, without sound. */
function createContext(host: Host): Record<string, unknown> {
  const listeners = new Map<string, Set<Listener>>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tell = (event: string, value?: unknown) => {
    for (const listener of listeners.get(event) ?? [])
      host.guard(`audio ${event}`, () => listener(value));
  };
  const context: Record<string, unknown> & { src: string; currentTime: number } = {
    ...{ src: '', startTime: 0, autoplay: false, loop: false, obeyMuteSwitch: true, volume: 1 },
    ...{
      playbackRate: 1,
      duration: 0,
      currentTime: 0,
      paused: true,
      buffered: 0,
      referrerPolicy: '',
    },
  };
  const halt = (action: Action, event: string) => {
    clearInterval(timer);
    timer = undefined;
    context.paused = true;
    host.ledger.addEffect('audio', { action, src: context.src });
    later(() => tell(event));
  };
  const tick = () => {
    context.currentTime += TICK_MS / 1000;
    tell('TimeUpdate');
    if (context.currentTime < DURATION) return;
    clearInterval(timer);
    Object.assign(context, { paused: true, currentTime: 0 });
    tell('Ended');
  };
  const play = () => {
    if (!isPlayable(context.src)) {
      later(() => tell('Error', { errCode: 10004, errMsg: 'unsupported source' }));
      return;
    }
    clearInterval(timer);
    timer = setInterval(tick, TICK_MS);
    Object.assign(context, { paused: false, duration: DURATION });
    host.ledger.addEffect('audio', { action: 'play', src: context.src });
    later(() => tell('Canplay'));
    later(() => tell('Play'));
  };
  const stop = () => {
    context.currentTime = 0;
    halt('stop', 'Stop');
  };
  const methods = {
    play,
    pause: () => halt('pause', 'Pause'),
    stop,
    seek: (position: number) => {
      context.currentTime = position;
      later(() => tell('Seeked'));
    },
    destroy: () => {
      if (timer !== undefined) stop();
      listeners.clear();
    },
  };
  return Object.assign(context, methods, toRegistrars(listeners));
}

/** `onX` adds a listener, `offX` takes it or all of them away. */
function toRegistrars(listeners: Map<string, Set<Listener>>): Record<string, unknown> {
  const pairs = EVENTS.flatMap((event) => [
    [
      `on${event}`,
      (listener: Listener) => {
        listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      },
    ],
    [
      `off${event}`,
      (listener?: Listener) => {
        if (listener) listeners.get(event)?.delete(listener);
        else listeners.delete(event);
      },
    ],
  ]);
  return Object.fromEntries(pairs);
}

const isPlayable = (src: unknown) => typeof src === 'string' && /^(https?:|wxfile:|\/)/.test(src);

function later(run: () => void): void {
  setTimeout(run, 0);
}
