import { readStored, STORED, writeStored } from '../../platform/storage.ts';

/** Remembers the channel that the reader chose last, on this phone alone. */
export function keepRecentChannel(channelId: string): void {
  writeStored(STORED.recentChannel, channelId);
}

export function readRecentChannel(): string | undefined {
  const stored = readStored(STORED.recentChannel);
  return typeof stored === 'string' ? stored : undefined;
}
