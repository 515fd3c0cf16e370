import type { Store } from './store.ts';

export interface SendableAt {
  /** Only urgent ones. */
  isQuiet: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Whether the delivery `d` may be sent now: it is due, neither its notice nor its line is stopped, and no other to the same person is
 * under way. `$1` is the moment, `$2` tells whether only urgent ones may be.
 */
export const SENDABLE = `
  d.state = 'queued' AND d.due_at <= $1 AND (d.urgent OR NOT $2)
    AND NOT EXISTS (
      SELECT FROM delivery_stops s WHERE s.scope IN ('all', d.template_id) AND s.until > $1
    )
    AND EXISTS (
      SELECT FROM notices n WHERE n.id = d.notice_id AND n.state IN ('spreading', 'published')
    )
    AND NOT EXISTS (SELECT FROM delivery_lanes l WHERE l.account_id = d.account_id)`;

/** Whether any message could be sent now. */
export async function hasSendable(
  { pool }: Pick<Store, 'pool'>,
  { isQuiet, now }: SendableAt,
): Promise<boolean> {
  const { rows } = await pool.query<{ any: boolean }>({
    name: 'has-sendable',
    text: `SELECT EXISTS (SELECT FROM deliveries d WHERE ${SENDABLE}) AS any`,
    values: [new Date(now), isQuiet],
  });
  return rows[0]?.any === true;
}
