import { Refusal } from './api.ts';

/** What a function that wants a tap answers outside the synchronous part of one. */
export function noTap(): Refusal {
  return new Refusal('can only be invoked by user TAP gesture.');
}

/** WeChat's own words for an argument of the wrong type. */
export function wrongType(name: string, wanted: string, got: unknown): Refusal {
  return new Refusal(
    `parameter error: parameter.${name} should be ${wanted} instead of ${typeName(got)};`,
  );
}

/** `Number`, `Undefined`, `Array` … as WeChat names types. */
export function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
