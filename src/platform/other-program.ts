import Taro from '@tarojs/taro';
import { toErrMsg } from './wechat-call.ts';

export type ProgramOutcome = 'opened' | 'cancelled' | 'unavailable';

/** Leads to another mini-program, after WeChat has asked; must run inside a tap. */
export function openOtherProgram(appId: string, path: string | undefined): Promise<ProgramOutcome> {
  return Taro.navigateToMiniProgram({ appId, ...(path !== undefined && { path }) }).then(
    (): ProgramOutcome => 'opened',
    (refusal): ProgramOutcome =>
      toErrMsg(refusal).includes('cancel') ? 'cancelled' : 'unavailable',
  );
}
