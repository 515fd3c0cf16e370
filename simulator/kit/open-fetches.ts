/**
 * `fetch` of Node for a window of jsdom. An answer is read to its end before it is handed over, so
 * that nothing of it is open afterwards; what is open at the window's end is stopped.
 */
export class OpenFetches {
  readonly #open = new Set<AbortController>();

  readonly fetch: typeof fetch = async (url, init = {}) => {
    // Node takes no signal of another realm, so the window's is followed by one of Node's own.
    const controller = new AbortController();
    const stop = () => controller.abort();
    init.signal?.addEventListener('abort', stop);
    if (init.signal?.aborted) stop();
    this.#open.add(controller);
    try {
      const answer = await fetch(url, { ...init, signal: controller.signal });
      const { status, statusText, headers } = answer;
      const bytes = await answer.arrayBuffer();
      const body = bytes.byteLength === 0 ? null : bytes;
      return new Response(body, { status, statusText, headers });
    } finally {
      this.#open.delete(controller);
      init.signal?.removeEventListener('abort', stop);
    }
  };

  stopAll(): void {
    for (const controller of this.#open) controller.abort();
  }
}
