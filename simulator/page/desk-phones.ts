import type { PhoneBars } from '../host/launch-options.ts';

export type Phone = {
  /** Of the screen, in px. */
  width: number;
  height: number;
  /** Of the screen's corners, in px. */
  radius: number;
  bars: PhoneBars;
};

/** The phones that people may choose, by the value of the choice. */
const PHONES: Record<string, Phone> = {
  standard: { width: 375, height: 812, radius: 43, bars: { status: 44, home: 34 } },
  small: { width: 320, height: 568, radius: 6, bars: { status: 20, home: 0 } },
  android: { width: 360, height: 780, radius: 30, bars: { status: 28, home: 20 } },
  large: { width: 430, height: 932, radius: 52, bars: { status: 54, home: 34 } },
};

export function phoneOf(name: string): Phone {
  const phone = PHONES[name];
  if (!phone) throw new Error(`there is no phone "${name}"`);
  return phone;
}
