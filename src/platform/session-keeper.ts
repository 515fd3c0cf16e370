import { isSession } from '../../types/generated/contract-checks.js';
import type { Session } from '../../types/session.ts';
import type { Answer, Failure } from './failure.ts';
import { logNotice } from './log.ts';
import { isNothing, readAnswer } from './read-answer.ts';
import type { CancelSignal, Transport, TransportRequest } from './transport.ts';

const MINUTE_MS = 60_000;
/** A token is renewed when it is good for less than this. */
const RENEW_MS = 5 * MINUTE_MS;
/** No token lives longer (cloud/routes/session.ts): one that seems to was read by a slow clock. */
const LONGEST_MS = 120 * MINUTE_MS;
const SESSION_PATH = '/v1/session';
const SIGNED_OUT: { ok: false; failure: Failure } = { ok: false, failure: { kind: 'signed-out' } };

/** What is kept of a session, in memory and in WeChat's storage. */
export interface KeptSession {
  token: string;
  /** Milliseconds since the epoch; from then on it is over. Kept all the same: its reader is known here. */
  renewAt: number;
}

/** What a keeper needs of the phone. */
export interface SessionPorts {
  /** A code of `wx.login`; undefined where WeChat itself tells the endpoint who calls. */
  getCode: () => Promise<Answer<string | undefined>>;
  send: Transport;
  /** False where nobody can log in: in the timeline's single-page mode. */
  mayLogIn: () => boolean;
  readSession: () => KeptSession | undefined;
  /** Undefined forgets it. */
  keepSession: (session: KeptSession | undefined) => void;
  readSignedOut: () => boolean;
  keepSignedOut: (isSignedOut: boolean) => void;
  now: () => number;
}

export interface PersonalRequest<T> {
  method: TransportRequest['method'];
  /** With its query, from the first slash on. */
  path: string;
  body?: object;
  /** The generated check of the answer's type; `isNothing` where it has no body. */
  check: (value: unknown) => value is T;
  /**
   * Whether it logs in where no good token is there. `if-known`: the reader only looks, so nobody is logged in who was not
   * before. `always`: it is part of an act of the reader that needs an account.
   */
  login?: 'if-known' | 'always';
}

/**
 * When to renew a token. A phone whose clock is fast would take every token for an old one, and a slow one every old one for a
 * good one: each is good for five minutes at least, and for its longest life at most.
 */
function toKept({ token, expiresAt }: Session, now: number): KeptSession {
  const renewAt = (Date.parse(expiresAt) || 0) - RENEW_MS;
  const latest = now + LONGEST_MS - RENEW_MS;
  return { token, renewAt: Math.min(latest, Math.max(renewAt, now + RENEW_MS)) };
}

/** Logs in silently when something personal is asked for, once however many ask, and keeps the token. */
export class SessionKeeper {
  private readonly ports: SessionPorts;
  /** Null as long as storage was not looked into; so is `signedOut`. */
  private kept: KeptSession | undefined | null = null;
  private signedOut: boolean | null = null;
  /** The reader has asked to be known, and the endpoint has not taken a token since. */
  private isWanted = false;
  private login: Promise<Answer<string>> | undefined;
  /** Counts the ends of sessions: what was begun before an end must not come back after it. */
  private ends = 0;
  private readonly listeners = new Set<() => void>();

  constructor(ports: SessionPorts) {
    this.ports = ports;
  }

  isSignedOut(): boolean {
    this.signedOut ??= this.ports.readSignedOut();
    return this.signedOut;
  }

  /** Whether a session is kept here, one that is over too: this reader has logged in before and did not leave. */
  hasSession(): boolean {
    return this.current() !== undefined;
  }

  /** Whether a look may ask: the reader has logged in before, or wants to now. */
  isKnown(): boolean {
    return !this.isSignedOut() && this.ports.mayLogIn() && (this.isWanted || this.hasSession());
  }

  /** Calls back when one of the above may have changed. Gives the way to end it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  async ask<T>(request: PersonalRequest<T>, signal?: CancelSignal): Promise<Answer<T>> {
    const { check, login = 'if-known', ...call } = request;
    const begun = this.ends;
    for (let isFirst = true; ; isFirst = false) {
      const token = await this.getToken(login);
      if (!token.ok) return token;
      const outcome = await this.ports.send({ ...call, token: token.value }, signal);
      if (begun !== this.ends) return SIGNED_OUT;
      if (!outcome.ok) return outcome;
      const isRefused = outcome.reply.status === 401;
      if (!isRefused) this.isWanted = false;
      if (!isRefused || !isFirst) return readAnswer(outcome.reply, check);
      if (this.isRevoked(token.value)) {
        if (login === 'if-known' && !this.isWanted) {
          this.forget();
          return SIGNED_OUT;
        }
        this.keep({ token: token.value, renewAt: 0 });
      }
    }
  }

  async signOut(): Promise<void> {
    const token = this.current()?.token;
    this.forget();
    if (token !== undefined) await this.revoke(token);
  }

  /** As after signing out, without telling the endpoint, which has forgotten already. */
  forget(): void {
    this.ends += 1;
    this.login = undefined;
    this.isWanted = false;
    this.kept = undefined;
    this.ports.keepSession(undefined);
    this.setSignedOut(true);
    this.tell();
  }

  /** The reader wants to be known: an act, so looking logs in too until a token was taken. */
  signInAgain(): void {
    this.isWanted = true;
    this.setSignedOut(false);
    this.tell();
  }

  private setSignedOut(value: boolean): void {
    if (this.isSignedOut() === value) return;
    this.signedOut = value;
    this.ports.keepSignedOut(value);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** Of a token that the endpoint refused: whether it ought still to be good. Then the account is gone, or was left elsewhere. */
  private isRevoked(token: string): boolean {
    const session = this.current();
    return session?.token === token && this.ports.now() < session.renewAt;
  }

  private current(): KeptSession | undefined {
    if (this.kept === null) this.kept = this.ports.readSession();
    return this.kept;
  }

  private keep(session: KeptSession): void {
    this.kept = session;
    this.ports.keepSession(session);
    this.tell();
  }

  private async getToken(login: 'if-known' | 'always'): Promise<Answer<string>> {
    if (this.isSignedOut() || !this.ports.mayLogIn()) return SIGNED_OUT;
    const session = this.current();
    if (session && this.ports.now() < session.renewAt) return { ok: true, value: session.token };
    return login === 'always' || this.isKnown() ? this.logIn() : SIGNED_OUT;
  }

  private logIn(): Promise<Answer<string>> {
    if (this.login) return this.login;
    const own = this.fetchSession().then((answer) => {
      if (this.login === own) this.login = undefined;
      return answer;
    });
    this.login = own;
    return own;
  }

  private async fetchSession(): Promise<Answer<string>> {
    const { getCode, send, now } = this.ports;
    const begun = this.ends;
    const code = await getCode();
    if (!code.ok) return code;
    if (begun !== this.ends) return SIGNED_OUT;
    const body = code.value === undefined ? {} : { code: code.value };
    const outcome = await send({ method: 'POST', path: SESSION_PATH, body });
    const answer = outcome.ok ? readAnswer(outcome.reply, isSession) : outcome;
    if (!answer.ok) return answer;
    const { token } = answer.value;
    if (begun !== this.ends) {
      await this.revoke(token);
      return SIGNED_OUT;
    }
    this.keep(toKept(answer.value, now()));
    return { ok: true, value: token };
  }

  private async revoke(token: string): Promise<void> {
    const outcome = await this.ports.send({ method: 'DELETE', path: SESSION_PATH, token });
    const answer = outcome.ok ? readAnswer(outcome.reply, isNothing) : outcome;
    // It runs out by itself within two hours.
    if (!answer.ok) logNotice(`the session could not be revoked: ${answer.failure.kind}`);
  }
}
