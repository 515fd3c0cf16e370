import { type RawBuilder, sql } from 'kysely';
import type { Store } from './store.ts';

export interface SendableAt {
  /** Only urgent ones. */
  isQuiet: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Whether the delivery `d` may be sent now: it is due, neither its notice nor its line is stopped, and no other to the same person is
 * under way.
 */
export function whereSendable({ isQuiet, now }: SendableAt): RawBuilder<boolean> {
  const at = new Date(now);
  return sql<boolean>`
    d.state = 'queued' AND d.due_at <= ${at} AND (d.urgent OR NOT ${isQuiet})
      AND NOT EXISTS (
        SELECT FROM delivery_stops s WHERE s.scope IN ('all', d.template_id) AND s.until > ${at}
      )
      AND EXISTS (
        SELECT FROM notices n WHERE n.id = d.notice_id AND n.state IN ('spreading', 'published')
      )
      AND NOT EXISTS (SELECT FROM delivery_lanes l WHERE l.account_id = d.account_id)
  `;
}

/** Whether any message could be sent now. */
export async function hasSendable({ db }: Store, moment: SendableAt): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    SELECT EXISTS (SELECT FROM deliveries d WHERE ${whereSendable(moment)}) AS any
  `.execute(db);
  return rows[0]?.any === true;
}
