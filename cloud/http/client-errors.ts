import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DETAILS, PROBLEM_TYPE, type ProblemOptions, toProblem } from './problems.ts';

const CASES: Record<string, Required<ProblemOptions>> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: DETAILS.headersTooLarge },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: DETAILS.requestTimeout },
};

/**
 * Answers bytes that are no HTTP request. They never become a request, so the answer is written to the socket
 * by hand; the connection ends with it.
 */
export function handleClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const options = CASES[error.code ?? ''] ?? { status: 400, detail: DETAILS.badHttp };
  const problem = toProblem('invalid_request', randomUUID(), options);
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `content-type: ${PROBLEM_TYPE}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      `x-request-id: ${problem.requestId}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
