import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Article, FeedPage } from '../../types/article.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { launchers } from '../support/driver-launchers.ts';
import { runProgram } from '../support/run-program.ts';
import { toLaunchSettings } from '../support/sample-endpoint.ts';

// The import command starts Node anew, on a machine that may be busy.
jest.setTimeout(90_000);

const FIXTURES = fileURLToPath(new URL('../fixtures/import/', import.meta.url));
const { SEED_DIR } = process.env;
/** Our own fixture always; the real article where a folder with it is named. */
const FOLDERS = SEED_DIR ? [FIXTURES, SEED_DIR] : [FIXTURES];

describe.each(FOLDERS)('articles imported from %s', (folder) => {
  let endpoint: TestApp;
  let origin: string;
  let articles: Article[];
  let created: number;

  beforeAll(async () => {
    endpoint = await createTestApp();
    const { code, stdout, stderr } = await runProgram(
      'cloud/cli/import.ts',
      [folder],
      endpoint.env,
    );
    if (code !== 0) throw new Error(stderr);
    created = Number(/新增 (\d+)/.exec(stdout)?.[1]);
    await endpoint.app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(endpoint.app.server.address() as AddressInfo).port}`;
    const feed = (await endpoint.read('/v1/articles')).body as FeedPage;
    articles = await Promise.all(
      feed.items.map(async ({ id }) => (await endpoint.read(`/v1/articles/${id}`)).body as Article),
    );
  });
  afterAll(() => endpoint.drop());

  it('are all there', () => {
    const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    expect(created).toBe(texts.length);
    expect(articles).toHaveLength(created);
  });

  it.each(launchers)('are read to the letter in $name', async ({ launch }) => {
    for (const article of articles) {
      const phone = await launch(toLaunchSettings(origin));
      await phone.tapText(article.title);
      await phone.waitForText('发布时间');
      const text = await phone.text();
      expect(text).toContain(article.title);
      expect(text).toContain(article.source);
      expect(text).toContain(article.publishedAt.slice(0, 10));
      let from = 0;
      for (const block of article.blocks) {
        if (block.kind !== 'paragraph') continue;
        for (const span of block.spans) {
          const at = text.indexOf(span.text.trim(), from);
          expect(at === -1 ? span.text : '').toBe('');
          from = at;
        }
      }
      expect(text.includes('相关附件')).toBe(article.attachments.length > 0);
      expect((await phone.errors()).filter(({ level }) => level === 'error')).toEqual([]);
      await phone.close();
    }
  });
});
