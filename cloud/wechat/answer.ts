/** Why WeChat's server did not do what it was asked. */
export type WechatFailure =
  /** It said no: `code` is its `errcode`, `message` its `errmsg` without anything personal. */
  | { kind: 'refused'; code: number; message: string }
  /** It could not be reached: surely nothing was done. */
  | { kind: 'unsent'; message: string }
  /** It was asked, and no answer came: nobody knows whether it was done. */
  | { kind: 'lost'; message: string }
  /** A gateway in front of it answered with this HTTP status of 500 or more. */
  | { kind: 'status'; status: number }
  /** An answer that can't be read. */
  | { kind: 'unexpected'; message: string };

export type WechatAnswer<T> = { ok: true; value: T } | { ok: false; failure: WechatFailure };
