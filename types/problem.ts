import { type Static, Type } from 'typebox';

/** Every error of the endpoint, as `application/problem+json` (RFC 9457). */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  /** What the client's table of sentences is keyed by. */
  code: Type.Union([
    Type.Literal('invalid_request'),
    /** Nobody is logged in, or not any more: log in and ask again. */
    Type.Literal('unauthorized'),
    /** WeChat refuses this person. */
    Type.Literal('forbidden'),
    Type.Literal('not_found'),
    Type.Literal('method_not_allowed'),
    Type.Literal('payload_too_large'),
    Type.Literal('unsupported_media_type'),
    Type.Literal('too_many_requests'),
    Type.Literal('unavailable'),
    Type.Literal('internal'),
  ]),
  detail: Type.String(),
  /** Stands in the log too; what a reader can quote when complaining. */
  requestId: Type.String(),
});
export type Problem = Static<typeof Problem>;
export type ProblemCode = Problem['code'];
