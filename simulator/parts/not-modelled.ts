import { partHost } from './part-host.ts';

/** Notes that the program uses a value of a part that WeChat has and the simulator lacks. @param what as wxml writes it */
export function notePartNotModelled(what: string): void {
  partHost().ledger.addError('error', 'simulator', `${what} is not modelled by the simulator`);
}

/** Notes that the program gives a part a value that WeChat does not know. @param what as wxml writes it */
export function noteUnknownValue(what: string): void {
  partHost().ledger.addError('error', 'program', `${what} is not known to WeChat`);
}
