/** A token of WeChat's server API as all replicas see it. */
export interface StoredToken {
  token: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** Forced refreshes on the day of the last one (WeChat allows 20 a day, 30 s apart). */
  forced: { count: number; lastAt: number };
}

/** Where the token lies. One account has one token, whoever asks for it. */
export interface TokenStore {
  read: () => Promise<StoredToken | undefined>;
  /**
   * Runs `renew` in one replica at a time; each is given the token as it is then, and what it returns is stored.
   * `undefined` leaves all as it was. Gives what stands afterwards.
   */
  update: (
    renew: (current: StoredToken | undefined) => Promise<StoredToken | undefined>,
  ) => Promise<StoredToken | undefined>;
}
