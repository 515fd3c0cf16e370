import type { Ledger } from '../record/ledger.ts';
import type { AppRuntime } from './app-runtime.ts';
import type { LaunchOptions, Network, Theme } from './launch-options.ts';
import type { Listeners } from './listeners.ts';
import type { PageStack } from './page-stack.ts';
import type { ProgramStyles } from './program-styles.ts';
import type { Screen } from './screen.ts';
import type { Storage } from './storage.ts';

/** The running phone, as the wx functions and the parts see it. */
export type Host = {
  readonly options: LaunchOptions;
  readonly ledger: Ledger;
  readonly screen: Screen;
  readonly stack: PageStack;
  readonly app: AppRuntime;
  readonly styles: ProgramStyles;
  readonly storage: Storage;
  readonly network: { current: Network; readonly changed: Listeners<Network> };
  readonly theme: { current: Theme; readonly changed: Listeners<Theme> };
  /** Sets the phone's network and tells the program. */
  setNetwork(network: Network): void;
  /** Sets the phone's appearance and tells the program. */
  setTheme(theme: Theme): void;
  /** Where an address that the program names really is. */
  resolveUrl(url: string): string;
  /** Where a picture is: a file of the build, or an address. */
  resolveImage(src: string): string;
  /** Runs a function of the program; what it throws is noted, and `undefined` given back. */
  guard<T>(what: string, run: () => T): T | undefined;
};
