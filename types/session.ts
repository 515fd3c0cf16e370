import { type Static, Type } from 'typebox';
import { Moment } from './date.ts';

/** Body of `POST /v1/session`. */
export const LoginRequest = Type.Object({
  /** What `wx.login` gave. Left out where the endpoint runs on 微信云托管: there WeChat's own header tells who it is. */
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
});
export type LoginRequest = Static<typeof LoginRequest>;

/** Answer of `POST /v1/session`. */
export const Session = Type.Object({
  /** Sent as `Authorization: Bearer …`; opaque, ours alone, good until `expiresAt` or until it is revoked. */
  token: Type.String(),
  expiresAt: Moment,
});
export type Session = Static<typeof Session>;
