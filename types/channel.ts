import { type Static, Type } from 'typebox';

/** 栏目 */
export const Channel = Type.Object({ id: Type.String(), name: Type.String() });
export type Channel = Static<typeof Channel>;

/** Answer of `GET /v1/channels`, in the order in which they are shown. */
export const ChannelList = Type.Object({ channels: Type.Array(Channel) });
export type ChannelList = Static<typeof ChannelList>;
