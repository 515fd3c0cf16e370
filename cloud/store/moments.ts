import type { TString } from 'typebox';
import { Compile } from 'typebox/compile';
import { toCivilTime, toEpochMs } from '../../rules/utc8.ts';
import { Moment, MomentOrDate } from '../../types/date.ts';

/** Nothing of ours happened before or is planned after; a year outside is a mistake in the source. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function createReader(schema: TString, expected: string) {
  const contract = Compile(schema);
  return (name: string, value: string): Date => {
    const ms = contract.Check(value) ? toEpochMs(value) : Number.NaN;
    if (Number.isNaN(ms)) throw new RangeError(`${name} is no ${expected}: ${value}`);
    const { year } = toCivilTime(ms);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new RangeError(
        `${name} is not within the years ${FIRST_YEAR} to ${LAST_YEAR} in China: ${value}`,
      );
    }
    return new Date(ms);
  };
}

/**
 * The moment of a contract's `Moment`, for a column of the database.
 *
 * @throws RangeError when it is none, or one outside the years 1900–2100 in China
 */
export const readMoment = createReader(Moment, 'moment');

/** The same for a `MomentOrDate`: a plain date stands for the midnight in China that begins it. */
export const readMomentOrDate = createReader(MomentOrDate, 'date');
