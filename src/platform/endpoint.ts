import { BUILD_SETTINGS } from './build-settings.ts';
import { createContainerTransport } from './call-container.ts';
import type { Answer } from './failure.ts';
import { readAnswer } from './read-answer.ts';
import { createRequestTransport } from './request.ts';
import type { CancelSignal, Transport } from './transport.ts';

/** Whether WeChat itself tells the endpoint who calls (微信云托管): a log-in needs no code then. */
export const IS_CONTAINER = BUILD_SETTINGS.transport === 'container';

/** The transport of this build. */
export const sendToEndpoint: Transport = IS_CONTAINER
  ? createContainerTransport(BUILD_SETTINGS.cloudEnv, BUILD_SETTINGS.cloudService)
  : createRequestTransport(BUILD_SETTINGS.endpoint);

/**
 * GETs a path of the endpoint that needs no log-in, and checks the answer. What is personal goes through session.ts.
 *
 * @param path with its query, from the first slash on
 * @param check the generated check of the answer's type
 */
export async function getFromEndpoint<T>(
  path: string,
  check: (value: unknown) => value is T,
  signal?: CancelSignal,
): Promise<Answer<T>> {
  const outcome = await sendToEndpoint({ method: 'GET', path }, signal);
  return outcome.ok ? readAnswer(outcome.reply, check) : outcome;
}
