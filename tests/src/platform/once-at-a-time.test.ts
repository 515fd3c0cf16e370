import { describe, expect, it, jest } from '@jest/globals';
import { onceAtATime } from '../../../src/platform/once-at-a-time.ts';

/** An action that ends when it is told to, and the numbers it was called with. */
function createAction() {
  const calls: number[] = [];
  const ends: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  const run = onceAtATime((call: number) => {
    calls.push(call);
    return new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
  });
  return { calls, ends, run };
}

describe('onceAtATime', () => {
  it('leaves out what is called while one runs', async () => {
    const { calls, ends, run } = createAction();
    const first = run(1);
    await run(2);
    ends[0]?.resolve();
    await first;
    expect(calls).toEqual([1]);
  });

  it('runs again once the first is over', async () => {
    const { calls, ends, run } = createAction();
    const first = run(1);
    ends[0]?.resolve();
    await first;
    void run(2);
    expect(calls).toEqual([1, 2]);
  });

  it('leaves out the same call again within half a second, and no longer', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000);
    const { calls, ends, run } = createAction();
    const first = run(1);
    ends[0]?.resolve();
    await first;
    clock.mockReturnValue(1_499);
    await run(1);
    expect(calls).toEqual([1]);
    clock.mockReturnValue(1_500);
    void run(1);
    expect(calls).toEqual([1, 1]);
    clock.mockRestore();
  });

  it('runs again after one that failed, and passes the failure on', async () => {
    const { calls, ends, run } = createAction();
    const first = run(1);
    ends[0]?.reject(new Error('refused'));
    await expect(first).rejects.toThrow('refused');
    void run(2);
    expect(calls).toEqual([1, 2]);
  });
});
