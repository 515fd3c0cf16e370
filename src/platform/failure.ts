/** Why an answer of the endpoint could not be used. */
export type Failure =
  /** The phone has no network. */
  | { kind: 'offline' }
  /** No answer within the time allowed. */
  | { kind: 'timeout' }
  /** There is a network, but the endpoint could not be reached through it. */
  | { kind: 'unreachable' }
  /** A success that is no JSON: the log-in page of a public network, most often. */
  | { kind: 'intercepted' }
  /** JSON that ends too early. */
  | { kind: 'cut-off' }
  /** JSON of a shape that this version can't read. */
  | { kind: 'unexpected' }
  /** The reader has logged out, or the page stands alone (single-page mode): nothing logs in by itself then. */
  | { kind: 'signed-out' }
  /** The endpoint said what is wrong (RFC 9457). `code` may be one that a newer endpoint invented. */
  | { kind: 'problem'; code: string; status: number; requestId: string }
  /** An error status without a problem: a gateway in between, most often. */
  | { kind: 'status'; status: number };

export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** How a failure travels through TanStack Query, which knows errors only as thrown values. */
export class FailedAnswer extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'FailedAnswer';
    this.failure = failure;
  }
}

/** The value of an answer; a failure is thrown, for TanStack Query to catch. */
export function unwrapAnswer<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new FailedAnswer(answer.failure);
}

/** The failure of a query, which holds either a FailedAnswer or a bug; a bug reads as an answer that can't be used. */
export function toFailure(error: unknown): Failure {
  return error instanceof FailedAnswer ? error.failure : { kind: 'unexpected' };
}
