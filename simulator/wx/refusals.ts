import { type Options, Refusal } from './api.ts';

/** What a function that wants a tap answers outside the synchronous part of one. */
export function noTap(): Refusal {
  return new Refusal('can only be invoked by user TAP gesture.');
}

/** WeChat's own words for an argument of the wrong type. */
export function wrongType(name: string, wanted: string, got: unknown): Refusal {
  return new Refusal(wrongTypeReason(`parameter.${name}`, wanted, got));
}

/** The same as a text; `parameter` is its whole name, as `parameter.title`. */
export function wrongTypeReason(parameter: string, wanted: string, got: unknown): string {
  return `parameter error: ${parameter} should be ${wanted} instead of ${typeName(got)};`;
}

/** Refuses the first of these options that is no text, a missing one too. */
export function demandTexts(options: Options, ...names: string[]): Refusal | null {
  const wrong = names.find((name) => typeof options[name] !== 'string');
  return wrong === undefined ? null : wrongType(wrong, 'String', options[wrong]);
}

/** `Number`, `Undefined`, `Array` … as WeChat names types. */
export function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
