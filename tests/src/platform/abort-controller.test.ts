import { describe, expect, it } from '@jest/globals';
import { AbortController } from '../../../src/platform/abort-controller.ts';

describe('AbortController', () => {
  it('tells each listener once, and says why', () => {
    const controller = new AbortController();
    let told = 0;
    controller.signal.addEventListener('abort', () => {
      told += 1;
    });
    controller.abort('no longer wanted');
    controller.abort('again');
    expect(told).toBe(1);
    expect(controller.signal.aborted).toBe(true);
    expect(controller.signal.reason).toBe('no longer wanted');
  });

  it('leaves out those that went, and those of other events', () => {
    const controller = new AbortController();
    let told = 0;
    const listener = () => {
      told += 1;
    };
    controller.signal.addEventListener('abort', listener);
    controller.signal.addEventListener('error', listener);
    controller.signal.removeEventListener('abort', listener);
    controller.abort();
    expect(told).toBe(0);
  });
});
