import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../../../src/platform/failure.ts';
import { isNothing } from '../../../src/platform/read-answer.ts';
import { type KeptSession, SessionKeeper } from '../../../src/platform/session-keeper.ts';
import type { TransportOutcome, TransportRequest } from '../../../src/platform/transport.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-25T10:00:00+08:00');
const DONE: TransportOutcome = { ok: true, reply: { status: 204, body: '' } };
const PROBLEM = { type: 'about:blank', title: '', detail: '', requestId: 'r-1' };

const toProblem = (status: number, code: string): TransportOutcome => ({
  ok: true,
  reply: { status, body: { ...PROBLEM, status, code } },
});

/** Part of an act of the reader. */
const mine = { method: 'GET', path: '/v1/mine', check: isNothing, login: 'always' } as const;
/** The reader only looks. */
const look = { ...mine, login: 'if-known' } as const;

/** The endpoint and the phone, as far as a session needs them. */
class World {
  now = START;
  /** The phone's clock may be wrong; the endpoint's is not. */
  endpointNow = START;
  mayLogIn = true;
  code: Answer<string | undefined> = { ok: true, value: 'code' };
  readonly sent: TransportRequest[] = [];
  readonly good = new Set<string>();
  logIns = 0;
  stored: KeptSession | undefined;
  storedSignedOut = false;
  /** Answers in place of the endpoint where it gives something. */
  answer: (request: TransportRequest) => TransportOutcome | undefined = () => undefined;
  /** What holds an answer up. */
  gate: (request: TransportRequest) => Promise<void> = () => Promise.resolve();

  send = async (request: TransportRequest): Promise<TransportOutcome> => {
    this.sent.push(request);
    await this.gate(request);
    const answer = this.answer(request);
    if (answer) return answer;
    if (request.path === '/v1/session') return this.session(request);
    return this.good.has(request.token ?? '') ? DONE : toProblem(401, 'unauthorized');
  };

  private session({ method, token = '' }: TransportRequest): TransportOutcome {
    if (method === 'DELETE') {
      this.good.delete(token);
      return DONE;
    }
    this.logIns += 1;
    const made = `token-${this.logIns}`;
    this.good.add(made);
    const expiresAt = new Date(this.endpointNow + 120 * MINUTE).toISOString();
    return { ok: true, reply: { status: 200, body: { token: made, expiresAt } } };
  }

  keeper(): SessionKeeper {
    return new SessionKeeper({
      getCode: async () => this.code,
      send: this.send,
      mayLogIn: () => this.mayLogIn,
      readSession: () => this.stored,
      keepSession: (session) => {
        this.stored = session;
      },
      readSignedOut: () => this.storedSignedOut,
      keepSignedOut: (value) => {
        this.storedSignedOut = value;
      },
      now: () => this.now,
    });
  }

  tokens(): (string | undefined)[] {
    return this.sent.filter(({ path }) => path === mine.path).map(({ token }) => token);
  }
}

function createGate() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}

const SIGNED_OUT = { ok: false, failure: { kind: 'signed-out' } };
const OK = { ok: true, value: undefined };

let world: World;
beforeEach(() => {
  world = new World();
});

describe('asking', () => {
  it('logs in once for five that ask at the same time', async () => {
    const keeper = world.keeper();
    const answers = await Promise.all(Array.from({ length: 5 }, () => keeper.ask(mine)));
    expect(answers).toEqual(Array.from({ length: 5 }, () => OK));
    expect(world.logIns).toBe(1);
    expect(world.tokens()).toEqual(Array.from({ length: 5 }, () => 'token-1'));
  });

  it('sends no code where WeChat itself tells who it is', async () => {
    world.code = { ok: true, value: undefined };
    await world.keeper().ask(mine);
    expect(world.sent[0]).toEqual({ method: 'POST', path: '/v1/session', body: {} });
  });

  it('goes on with the stored token after a start', async () => {
    await world.keeper().ask(mine);
    await world.keeper().ask(mine);
    expect(world.logIns).toBe(1);
  });

  it.each([
    [114, 1],
    [115, 2],
    [200, 2],
  ])('%i minutes later has logged in %i times', async (minutes, logIns) => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.now += minutes * MINUTE;
    await keeper.ask(mine);
    expect(world.logIns).toBe(logIns);
  });

  it('does not log in for every question where the clock of the phone is hours fast', async () => {
    world.now = START + 10 * 60 * MINUTE;
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.now += 4 * MINUTE;
    await keeper.ask(mine);
    expect(world.logIns).toBe(1);
  });

  it('logs in once more for all whose token was refused, and asks each again once', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.good.clear();
    world.sent.length = 0;
    const answers = await Promise.all(Array.from({ length: 5 }, () => keeper.ask(mine)));
    expect(answers).toEqual(Array.from({ length: 5 }, () => OK));
    expect(world.logIns).toBe(2);
    expect(world.tokens().filter((token) => token === 'token-2')).toHaveLength(5);
  });

  it('keeps the new token where the refusal of an old one comes late', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.good.clear();
    const { gate, open } = createGate();
    world.gate = ({ path }) => (path === '/v1/slow' ? gate : Promise.resolve());
    const slow = keeper.ask({ ...mine, path: '/v1/slow' });
    await keeper.ask(mine);
    open();
    expect(await slow).toEqual(OK);
    expect(world.logIns).toBe(2);
  });

  it('gives up after the second refusal', async () => {
    world.answer = ({ path }) => (path === mine.path ? toProblem(401, 'unauthorized') : undefined);
    const answer = await world.keeper().ask(mine);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unauthorized' } });
    expect(world.tokens()).toHaveLength(2);
    expect(world.logIns).toBe(2);
  });

  it('says why the login failed, and tries again the next time', async () => {
    const keeper = world.keeper();
    world.code = { ok: false, failure: { kind: 'offline' } };
    expect(await keeper.ask(mine)).toEqual({ ok: false, failure: { kind: 'offline' } });
    world.code = { ok: true, value: 'code' };
    world.answer = ({ path }) => (path === '/v1/session' ? toProblem(403, 'forbidden') : undefined);
    expect(await keeper.ask(mine)).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
    world.answer = () => undefined;
    expect(await keeper.ask(mine)).toEqual(OK);
  });

  it('takes a token for over after two hours, however slow the clock of the phone is', async () => {
    world.now = START - 10 * 60 * MINUTE;
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.now += 115 * MINUTE;
    await keeper.ask(mine);
    expect(world.logIns).toBe(2);
  });

  it('asks nothing in single-page mode', async () => {
    world.mayLogIn = false;
    expect(await world.keeper().ask(mine)).toEqual(SIGNED_OUT);
    expect(world.sent).toEqual([]);
  });
});

describe('looking', () => {
  it('logs nobody in who never logged in, and sends nothing', async () => {
    const keeper = world.keeper();
    expect(keeper.isKnown()).toBe(false);
    expect(await keeper.ask(look)).toEqual(SIGNED_OUT);
    expect(world.sent).toEqual([]);
    expect(keeper.isSignedOut()).toBe(false);
  });

  it('renews a session that is over silently, after a start too, once for all', async () => {
    await world.keeper().ask(mine);
    world.now += 300 * MINUTE;
    const keeper = world.keeper();
    expect(keeper.isKnown()).toBe(true);
    const answers = await Promise.all([keeper.ask(look), keeper.ask(look), keeper.ask(mine)]);
    expect(answers).toEqual([OK, OK, OK]);
    expect(world.logIns).toBe(2);
  });

  it('keeps a session that is over where it could not be renewed', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.now += 300 * MINUTE;
    world.code = { ok: false, failure: { kind: 'offline' } };
    expect(await keeper.ask(look)).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(keeper.isKnown()).toBe(true);
  });

  it('signs out where the token was revoked, all that look at once, and logs in by an act alone', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.good.clear();
    const answers = await Promise.all([keeper.ask(look), keeper.ask(look)]);
    expect(answers).toEqual([SIGNED_OUT, SIGNED_OUT]);
    expect(world.logIns).toBe(1);
    expect(keeper.isSignedOut()).toBe(true);
    expect(world.stored).toBeUndefined();
    expect(world.storedSignedOut).toBe(true);
    expect(await world.keeper().ask(look)).toEqual(SIGNED_OUT);
    keeper.signInAgain();
    expect(await keeper.ask(look)).toEqual(OK);
    expect(world.logIns).toBe(2);
  });

  it('is part of the act that the reader began with it, until a token was taken', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.good.clear();
    keeper.signInAgain();
    expect(await Promise.all([keeper.ask(look), keeper.ask(mine)])).toEqual([OK, OK]);
    expect(world.logIns).toBe(2);
    world.good.clear();
    expect(await keeper.ask(look)).toEqual(SIGNED_OUT);
    expect(world.logIns).toBe(2);
  });

  it('joins the login of an act whose token was refused before', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.good.clear();
    const { gate, open } = createGate();
    world.gate = ({ path }) => (path === '/v1/slow' ? gate : Promise.resolve());
    const slow = keeper.ask({ ...look, path: '/v1/slow' });
    expect(await keeper.ask(mine)).toEqual(OK);
    open();
    expect(await slow).toEqual(OK);
    expect(world.logIns).toBe(2);
    expect(keeper.isSignedOut()).toBe(false);
  });

  it('knows a reader who wants to be known, also while the login is refused', async () => {
    const keeper = world.keeper();
    const told = jest.fn();
    keeper.subscribe(told);
    keeper.signInAgain();
    expect(told).toHaveBeenCalled();
    world.answer = ({ path }) => (path === '/v1/session' ? toProblem(403, 'forbidden') : undefined);
    expect(await keeper.ask(look)).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
    expect([keeper.isKnown(), keeper.hasSession()]).toEqual([true, false]);
    expect(world.keeper().isKnown()).toBe(false);
  });
});

describe('signing out', () => {
  it('revokes the token, and nothing logs in until the reader acts, after a start neither', async () => {
    const keeper = world.keeper();
    const told = jest.fn();
    keeper.subscribe(told);
    await keeper.ask(mine);
    await keeper.signOut();
    expect(world.sent.at(-1)).toMatchObject({ method: 'DELETE', token: 'token-1' });
    expect(world.stored).toBeUndefined();
    expect(await keeper.ask(mine)).toEqual(SIGNED_OUT);
    expect(await world.keeper().ask(mine)).toEqual(SIGNED_OUT);
    keeper.signInAgain();
    expect(await keeper.ask(mine)).toEqual(OK);
    expect(world.logIns).toBe(2);
    expect(told).toHaveBeenCalled();
  });

  it('says nothing to the endpoint after an account was deleted', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    world.sent.length = 0;
    keeper.forget();
    expect(world.sent).toEqual([]);
    expect(keeper.isSignedOut()).toBe(true);
    expect(world.stored).toBeUndefined();
  });

  it('takes a login back that was under way', async () => {
    const keeper = world.keeper();
    const { gate, open } = createGate();
    world.gate = () => gate;
    const asking = keeper.ask(mine);
    await Promise.resolve();
    await Promise.resolve();
    const signingOut = keeper.signOut();
    open();
    expect(await asking).toEqual(SIGNED_OUT);
    await signingOut;
    expect(world.good.size).toBe(0);
    expect(world.stored).toBeUndefined();
    expect(world.tokens()).toEqual([]);
  });

  it('hands out no answer that comes after it', async () => {
    const keeper = world.keeper();
    await keeper.ask(mine);
    const { gate, open } = createGate();
    world.gate = () => gate;
    const asking = keeper.ask(mine);
    await Promise.resolve();
    expect(world.tokens()).toHaveLength(2);
    const signingOut = keeper.signOut();
    open();
    expect(await asking).toEqual(SIGNED_OUT);
    await signingOut;
  });
});
