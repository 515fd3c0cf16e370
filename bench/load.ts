/**
 * Reads one address over and over on a number of kept connections and prints what it got: run as a process of its own,
 * so that it takes no time from what it measures. `node --import tsx bench/load.ts URL CONNECTIONS MILLISECONDS`
 */
import { Agent, get } from 'node:http';

/** What a run of the load prints, as JSON. */
export interface LoadResult {
  /** Answers with status 200. */
  answers: number;
  /** Any other answer, and every lost connection. */
  failures: number;
  /** Of the last body. */
  bytes: number;
  seconds: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  slowMs: number;
}

function readOnce(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(response.statusCode === 200 ? bytes : -1));
    });
    request.on('error', () => resolve(-1));
  });
}

async function run(url: string, connections: number, milliseconds: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const result = { answers: 0, failures: 0, bytes: 0, seconds: 0, slowMs: 0 };
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + milliseconds;
  const connection = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      const bytes = await readOnce(url, agent);
      if (bytes < 0) result.failures += 1;
      else {
        result.answers += 1;
        times.push(performance.now() - asked);
        result.bytes = bytes;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  result.seconds = (performance.now() - begin) / 1_000;
  times.sort((a, b) => a - b);
  result.slowMs = times[Math.floor(times.length * 0.99)] ?? 0;
  agent.destroy();
  return result;
}

const [url, connections, milliseconds] = process.argv.slice(2);
if (url !== undefined) {
  const result = await run(url, Number(connections), Number(milliseconds));
  process.stdout.write(JSON.stringify(result));
}
