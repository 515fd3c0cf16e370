import type { Channel } from '../../types/channel.ts';
import type { Store } from './store.ts';

/** True for a text that could be a channel's id. Anything else needs no look into the database. */
export function isChannelId(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,31}$/.test(text);
}

/** All channels in the order in which they are shown. */
export function listChannels({ db }: Store): Promise<Channel[]> {
  return db.selectFrom('channels').select(['id', 'name']).orderBy('position').execute();
}

export function findChannel({ db }: Store, id: string): Promise<Channel | undefined> {
  return db.selectFrom('channels').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}
