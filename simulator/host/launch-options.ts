import type { Program } from '../program.ts';
import type { Account, UserAnswers } from './phone/setting.ts';
import type { ImageHeader } from './sharing/image-header.ts';

/** `2g` answers late, by `SLOW_ANSWER_MS` of simulator/wx/send.ts; `none` answers nothing. */
export type Network = 'wifi' | '2g' | 'none';
export type Theme = 'light' | 'dark';

/** What the phone around the program can do; a browser and jsdom differ here alone. */
export type Platform = {
  fetch: typeof fetch;
  /** Loads an image where the document itself does not; absent in a browser. */
  loadImage?: (url: string) => Promise<ImageHeader>;
  /** False where no layout exists: then nothing depends on positions. */
  hasLayout: boolean;
  /** Where the program's stored keys are kept from one start to the next. */
  kept: KeptText;
  /** The same for pages of the timeline, which share no storage with the program itself. */
  keptAlone: KeptText;
  /** Closes the program and starts it anew, as WeChat does for a card that is tapped. */
  openCold: (start: ColdStart) => void;
};

/** One text that outlives a program; null as long as nothing was written. */
export type KeptText = { read(): string | null; write(text: string): void };

/** A new start; the phone's network and appearance stay as they are. */
export type ColdStart = {
  /** Without leading slash. */
  path: string;
  /** Percent-encoded, without `?`. */
  query: string;
  scene: number;
  network: Network;
  theme: Theme;
  /** `none` where the start is the one that applied a new version. */
  update?: 'none';
};

export type LaunchOptions = {
  program: Program;
  platform: Platform;
  /** Origin that the program calls → address that really answers. */
  hosts: Record<string, string>;
  /** Address under which files of the build are found, ending in `/`. */
  assetBase: string;
  path?: string;
  /** Query of the first page, still percent-encoded, without `?`. */
  query?: string;
  /** WeChat's number of the way in; 1001 is the list of mini-programs. */
  scene?: number;
  network?: Network;
  theme?: Theme;
  /** The moment at which the program's clock starts, in epoch milliseconds; it runs on from there. */
  now?: number;
  /** What the person with the phone answers; `DEFAULT_ANSWERS` where it says nothing. */
  user?: Partial<UserAnswers>;
  /** How the account is set up at WeChat; `DEFAULT_ACCOUNT` where it says nothing. */
  account?: Partial<Account>;
  /** The person's openid, as the container and WeChat's server are told it; `DEFAULT_OPENID` where it says nothing. */
  openid?: string;
  /** WeChat's text size in px, 17 being the standard; people choose 15 to 26. */
  textSize?: number;
  /**
   * What WeChat finds when it looks for a new version: none, one that is loaded and can be
   * applied, or one whose loading fails.
   */
  update?: 'none' | 'ready' | 'failed';
  /** Version of the base library; functions that came later are not there. */
  sdkVersion?: string;
  /** Heights of the phone's own strips, in px; `DEFAULT_BARS` where it says nothing. */
  bars?: PhoneBars;
};

/** The person of every launch that names no other. */
export const DEFAULT_OPENID = 'oSimulator000000000000000000';

/** What a phone keeps for itself: its status bar above, and room for its home indicator below. */
export type PhoneBars = { status: number; home: number };

/** Below, a phone that a test drives leaves all to the program. */
export const DEFAULT_BARS: PhoneBars = { status: 44, home: 0 };

/** A hot start: the way in, and the page that it names; without `path` it names none. */
export type WayIn = { path?: string; query?: string; scene?: number };
