import type { LaunchOptions } from '../host/launch-options.ts';

/** What a driver or the desk hands to a phone's page before it starts. */
export type Preset = Partial<Omit<LaunchOptions, 'program' | 'platform' | 'hosts' | 'assetBase'>>;
