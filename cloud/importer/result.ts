/** What a step answers: its value, or why it can't go on, as a sentence for the editor. */
export type Result<T> = { ok: true; value: T } | { ok: false; reason: string };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (reason: string): { ok: false; reason: string } => ({ ok: false, reason });
