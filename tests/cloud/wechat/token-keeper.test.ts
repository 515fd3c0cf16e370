import { describe, expect, it } from '@jest/globals';
import type { WechatAnswer } from '../../../cloud/wechat/answer.ts';
import { createTokenKeeper } from '../../../cloud/wechat/token-keeper.ts';
import type { StoredToken, TokenStore } from '../../../cloud/wechat/token-store.ts';

const START = Date.UTC(2026, 10, 25, 4);
const HOUR = 3_600_000;
const UNREACHABLE = { kind: 'unsent', message: 'ECONNREFUSED' } as const;

/** WeChat's side, one store and a clock, for as many replicas as a test wants. */
function createWorld() {
  const calls: boolean[] = [];
  const world = {
    now: START,
    calls,
    wechat: { token: 'T1', expiresAt: START + 2 * HOUR },
    /** How many calls fail from here on. */
    failures: 0,
    /** Whether forcing gives the same token, as WeChat does within 30 s. */
    isStubborn: false,
    stored: undefined as StoredToken | undefined,
    updates: 0,
  };
  let lock: Promise<unknown> = Promise.resolve();
  const store: TokenStore = {
    read: async () => world.stored,
    update: (renew) => {
      const turn = lock.then(async () => {
        world.updates += 1;
        world.stored = (await renew(world.stored)) ?? world.stored;
        return world.stored;
      });
      lock = turn.catch(() => 'the next one has its turn all the same');
      return turn;
    },
  };
  const fetchToken = async (
    isForced: boolean,
  ): Promise<WechatAnswer<{ token: string; expiresIn: number }>> => {
    calls.push(isForced);
    if (world.failures > 0) {
      world.failures -= 1;
      return { ok: false, failure: UNREACHABLE };
    }
    const left = world.wechat.expiresAt - world.now;
    if ((isForced && !world.isStubborn) || left <= 300_000) rotate();
    const { token, expiresAt } = world.wechat;
    return { ok: true, value: { token, expiresIn: (expiresAt - world.now) / 1000 } };
  };
  const rotate = () => {
    const number = Number(world.wechat.token.slice(1)) + 1;
    world.wechat = { token: `T${number}`, expiresAt: world.now + 2 * HOUR };
  };
  const addReplica = () => createTokenKeeper({ api: { fetchToken }, store, now: () => world.now });
  return Object.assign(world, { rotate, addReplica, store });
}

const T = (number: number) => ({ ok: true, value: `T${number}` });

describe('the token', () => {
  it('is asked for once, however many want it', async () => {
    const world = createWorld();
    const replicas = [world.addReplica(), world.addReplica()];
    const wanted = Array.from({ length: 50 }, (_, index) => replicas[index % 2]?.getToken());
    expect(new Set((await Promise.all(wanted)).map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify(T(1))]),
    );
    expect(world.calls).toEqual([false]);
    expect(world.updates).toBe(2);
  });

  it('comes from the store where another replica has fetched it', async () => {
    const world = createWorld();
    await world.addReplica().getToken();
    expect(await world.addReplica().getToken()).toEqual(T(1));
    expect(world.calls).toHaveLength(1);
  });

  it.each([
    ['more than five minutes before its end', 2 * HOUR - 300_001, 1, 1],
    ['five minutes before its end', 2 * HOUR - 300_000, 2, 2],
    ['after its end', 2 * HOUR, 2, 2],
  ])('%s', async (_name, later, number, calls) => {
    const world = createWorld();
    const keeper = world.addReplica();
    await keeper.getToken();
    world.now += later;
    expect(await keeper.getToken()).toEqual(T(number));
    expect(world.calls).toEqual(Array(calls).fill(false));
  });

  it('is used on when it is good but can not be renewed, with a pause between tries', async () => {
    const world = createWorld();
    const keeper = world.addReplica();
    await keeper.getToken();
    world.now += 2 * HOUR - 200_000;
    world.failures = 2;
    for (const wait of [0, 9_999, 1]) {
      world.now += wait;
      expect(await keeper.getToken()).toEqual(T(1));
    }
    expect(world.calls).toHaveLength(3);
    world.now += 10_000;
    expect(await keeper.getToken()).toEqual(T(2));
  });

  it('is missing when there is none and WeChat can not be reached', async () => {
    const world = createWorld();
    world.failures = 1;
    const keeper = world.addReplica();
    expect(await keeper.getToken()).toEqual({ ok: false, failure: UNREACHABLE });
    expect(await keeper.getToken()).toEqual(T(1));
  });

  it('is looked up again after a minute, as another replica may have replaced it', async () => {
    const world = createWorld();
    const [one, other] = [world.addReplica(), world.addReplica()];
    await one.getToken();
    await other.getToken();
    world.rotate();
    await other.replaceToken('T1');
    world.now += 59_999;
    expect(await one.getToken()).toEqual(T(1));
    world.now += 1;
    expect(await one.getToken()).toEqual(T(2));
  });

  it('leaves the store free after it was out of reach', async () => {
    const world = createWorld();
    const { read } = world.store;
    world.store.read = async () => {
      throw new Error('no database');
    };
    const keeper = world.addReplica();
    await expect(keeper.getToken()).rejects.toThrow('no database');
    world.store.read = read;
    expect(await keeper.getToken()).toEqual(T(1));
  });
});

describe('a refused token', () => {
  it('is replaced once for all who were refused, in all replicas', async () => {
    const world = createWorld();
    const replicas = [world.addReplica(), world.addReplica()];
    for (const replica of replicas) await replica.getToken();
    world.rotate();
    const wanted = Array.from({ length: 50 }, (_, index) =>
      replicas[index % 2]?.replaceToken('T1'),
    );
    for (const answer of await Promise.all(wanted)) expect(answer).toEqual(T(2));
    expect(world.calls).toEqual([false, false]);
    for (const replica of replicas) expect(await replica.getToken()).toEqual(T(2));
  });

  it('of long ago is answered with the one that stands', async () => {
    const world = createWorld();
    const keeper = world.addReplica();
    await keeper.getToken();
    expect(await keeper.replaceToken('T0')).toEqual(T(1));
    expect(world.calls).toHaveLength(1);
  });

  it('is replaced by force when WeChat gives it again', async () => {
    const world = createWorld();
    const keeper = world.addReplica();
    await keeper.getToken();
    expect(await keeper.replaceToken('T1')).toEqual(T(2));
    expect(world.calls).toEqual([false, false, true]);
    expect(world.stored?.forced).toEqual({ count: 1, lastAt: START });
  });

  it('is not forced twice within 30 s, nor more than 20 times a day', async () => {
    const world = createWorld();
    const keeper = world.addReplica();
    await keeper.getToken();
    for (let number = 1; number <= 20; number += 1) {
      expect(await keeper.replaceToken(`T${number}`)).toEqual(T(number + 1));
      const refused = { ok: false, failure: { kind: 'refused', code: 40_001 } };
      expect(await keeper.replaceToken(`T${number + 1}`)).toMatchObject(refused);
      world.now += 30_000;
    }
    expect(await keeper.replaceToken('T21')).toMatchObject({ ok: false });
    expect(world.calls.filter((isForced) => isForced)).toHaveLength(20);
    world.now += 24 * HOUR;
    expect(await keeper.replaceToken('T21')).toMatchObject({ ok: true });
  });

  it('that forcing gives again stops the line', async () => {
    const world = createWorld();
    world.isStubborn = true;
    const keeper = world.addReplica();
    await keeper.getToken();
    expect(await keeper.replaceToken('T1')).toMatchObject({
      ok: false,
      failure: { kind: 'refused', code: 40_001 },
    });
    expect(world.stored?.forced.count).toBe(1);
  });

  it.each([
    ['at once', 1, [false, false]],
    ['when forced, which counts', 2, [false, false, true]],
  ])('can not be replaced when WeChat is out of reach %s', async (_name, at, calls) => {
    const world = createWorld();
    const keeper = world.addReplica();
    await keeper.getToken();
    const failing = world.addReplica();
    if (at === 2) {
      const { update } = world.store;
      world.store.update = (renew) =>
        update(async (current) => {
          const renewal = renew(current);
          // The first call is under way; the forced one finds nobody.
          world.failures = 1;
          return renewal;
        });
    } else world.failures = 1;
    expect(await failing.replaceToken('T1')).toEqual({ ok: false, failure: UNREACHABLE });
    expect(world.calls).toEqual(calls);
    expect(world.stored?.forced.count).toBe(at - 1);
    expect(world.stored?.token).toBe('T1');
  });
});
