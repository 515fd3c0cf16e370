import { logNotice } from './log.ts';

/**
 * Taro turns WeChat's callbacks into promises that reject with `{errMsg}`. A refusal of WeChat is expected here, so it
 * becomes a value, or, where nothing depends on it, a line in the log.
 */

/** Whether WeChat did what it was asked. */
export function isDone(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}

/** For calls that nothing waits for: a refusal is logged. */
export function logRefusal(call: Promise<unknown>): void {
  call.catch((refusal: unknown) => logNotice(`WeChat refused a call: ${toErrMsg(refusal)}`));
}

/** WeChat's own words for why it refused; empty when it gave none. */
export function toErrMsg(refusal: unknown): string {
  const { errMsg } = refusal as { errMsg?: unknown };
  return typeof errMsg === 'string' ? errMsg : '';
}
