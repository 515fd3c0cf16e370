import { Type } from 'typebox';

/** A moment: ISO 8601 with seconds and an offset (`2023-11-15T09:30:00+08:00`). */
const MOMENT = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})';

export const Moment = Type.String({ pattern: `^${MOMENT}$` });

/** A moment, or a plain date (`2023-11-15`) where the site gives no time of day. A date stays a date. */
export const MomentOrDate = Type.String({ pattern: `^(\\d{4}-\\d{2}-\\d{2}|${MOMENT})$` });
