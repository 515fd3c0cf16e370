import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BuildState, BuildWatch } from '../../simulator/build-watch.ts';
import { createSimulatorHandler } from '../../simulator/server.ts';

let distDir: string;
let watch: BuildWatch;
let states: BuildState[];
let wake: () => void;

beforeEach(() => {
  distDir = mkdtempSync(join(tmpdir(), 'watched build '));
  writeFileSync(join(distDir, 'app.json'), '{ "pages": ["a"] }');
  watch = new BuildWatch(distDir);
  states = [];
  wake = () => {};
});

afterEach(() => {
  watch.close();
  rmSync(distDir, { recursive: true, force: true });
});

const listen = () =>
  watch.subscribe(
    (state) => {
      states.push(state);
      wake();
    },
    () => {},
  );

/** The state that was told as the n-th, counted from 1. */
async function told(count: number): Promise<BuildState | undefined> {
  while (states.length < count) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  return states[count - 1];
}

describe('a watched build', () => {
  it('is told at once, and again with another stamp when a file has changed', async () => {
    listen();
    const first = await told(1);
    expect(first).toMatchObject({ kind: 'ready', stamp: expect.stringMatching(/^\w{16}$/) });
    utimesSync(join(distDir, 'app.json'), 1, 1);
    const second = await told(2);
    expect(second?.kind).toBe('ready');
    expect(second).not.toEqual(first);
  });

  it('is being made as long as it holds no app.json', async () => {
    listen();
    rmSync(join(distDir, 'app.json'));
    expect(await told(2)).toEqual({ kind: 'building' });
    writeFileSync(join(distDir, 'app.json'), '{ "pages": [] }');
    expect((await told(3))?.kind).toBe('ready');
  });

  it('is not said to be there while the one who builds says that it failed', async () => {
    listen();
    const failed: BuildState = { kind: 'failed', message: 'a bracket is missing' };
    watch.tell(failed);
    expect(await told(2)).toEqual(failed);
    const late: BuildState[] = [];
    watch.subscribe(
      (state) => late.push(state),
      () => {},
    );
    expect(late).toEqual([failed]);
    watch.tell({ kind: 'built' });
    expect((await told(3))?.kind).toBe('ready');
  });

  it('knows what happened while nobody listened', () => {
    listen()();
    utimesSync(join(distDir, 'app.json'), 2, 2);
    listen();
    expect(states[1]).not.toEqual(states[0]);
  });
});

describe('/simulator/events', () => {
  it('streams the states, and ends with the watch', async () => {
    const handle = createSimulatorHandler({ distDir, hosts: {}, build: watch });
    const server = createServer((req, res) => void handle(req, res));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/simulator/events`);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    watch.tell({ kind: 'building' });
    watch.close();
    const text = await answer.text();
    expect(text).toMatch(/^retry: 1000\n\ndata: \{"kind":"ready","stamp":"\w{16}"\}\n\n/);
    expect(text).toContain('data: {"kind":"building"}\n\n');
    await new Promise((resolve) => server.close(resolve));
  });
});
