import { BUILD_SETTINGS } from './build-settings.ts';
import { createContainerTransport } from './call-container.ts';
import type { Answer } from './failure.ts';
import { readAnswer } from './read-answer.ts';
import { createRequestTransport } from './request.ts';
import type { CancelSignal, Transport } from './transport.ts';

const transport: Transport =
  BUILD_SETTINGS.transport === 'container'
    ? createContainerTransport(BUILD_SETTINGS.cloudEnv, BUILD_SETTINGS.cloudService)
    : createRequestTransport(BUILD_SETTINGS.endpoint);

/**
 * GETs a path of the endpoint through the transport of this build and checks the answer.
 *
 * @param path with its query, from the first slash on
 * @param check the generated check of the answer's type
 */
export async function getFromEndpoint<T>(
  path: string,
  check: (value: unknown) => value is T,
  signal?: CancelSignal,
): Promise<Answer<T>> {
  const outcome = await transport(path, signal);
  return outcome.ok ? readAnswer(outcome.reply, check) : outcome;
}
