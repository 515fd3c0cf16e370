import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRobots } from '../../../../cloud/importer/sources/robots.ts';
import { type ListSite, startListSite } from '../../../support/list-site.ts';

/** 500 KiB, as RFC 9309 has it. */
const LIMIT = 500 * 1024;

let site: ListSite;
beforeAll(async () => {
  site = await startListSite();
});
afterAll(() => site.stop());

const read = async (text: string | undefined, status = 200) => {
  if (text === undefined) site.pages.delete('/robots.txt');
  else {
    site.pages.set('/robots.txt', (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
    });
  }
  return readRobots(site.origin, { allowedHosts: new Set([site.host]) });
};

describe('robots.txt', () => {
  it.each([
    ['nothing', undefined, true],
    ['an empty one', '', true],
    ['another path', 'User-agent: *\nDisallow: /b', true],
    ['everything', 'User-agent: *\nDisallow: /', false],
    ['us by name', 'User-agent: JiangmenWomenBot\nDisallow: /a', false],
    ['others by name', 'User-agent: Baiduspider\nDisallow: /', true],
    ['all but us', 'User-agent: *\nDisallow: /\n\nUser-agent: jiangmenwomenbot\nAllow: /', true],
    ['an exception', 'User-agent: *\nDisallow: /a\nAllow: /a/1', true],
    ['a page instead', '<html><body>404</body></html>', true],
  ])('with %s', async (_name, text, allowed) => {
    const robots = await read(text);
    expect(robots.ok && robots.value.isAllowed(`${site.origin}/a/1.html`)).toBe(allowed);
  });

  it.each([
    ['User-agent: *\nCrawl-delay: 3', 3_000],
    ['User-agent: *\nCrawl-delay: 0.5', 500],
    ['User-agent: *\nCrawl-delay: 900', 30_000],
    ['User-agent: *\nCrawl-delay: -3', 0],
    ['User-agent: *\nCrawl-delay: soon', 0],
    ['User-agent: *\nDisallow:', 0],
  ])('%j asks for a delay', async (text, delayMs) => {
    expect(await read(text)).toMatchObject({ ok: true, value: { delayMs } });
  });

  /** A robots.txt whose `rule` begins `before` bytes before the limit. */
  const large = (rule: string, before: number) => {
    const head = 'User-agent: *\nDisallow: /b\n';
    const filling = `# ${'x'.repeat(LIMIT - before - head.length - 3)}\n`;
    return `${head}${filling}${rule}\n${'# 后面还有很多\n'.repeat(60_000)}`;
  };

  it.each([
    ['is held to what stands before the limit', 'Disallow: /a', 13, false],
    ['leaves out what follows it', 'Disallow: /a', -13, true],
    ['leaves out the line that it cuts through', 'Disallow: /a/other', 12, true],
  ])('that is too large %s', async (_name, rule, before, allowed) => {
    const robots = await read(large(rule, before));
    expect(robots.ok).toBe(true);
    expect(robots.ok && robots.value.isAllowed(`${site.origin}/b`)).toBe(false);
    expect(robots.ok && robots.value.isAllowed(`${site.origin}/a/1.html`)).toBe(allowed);
  });

  it.each([
    ['a comment', '# ', 'x'],
    ['space', '', ' '],
  ])('keeps a rule where only %s behind it is cut', async (_name, begin, filling) => {
    const rule = `User-agent: *\nDisallow: /a ${begin}`;
    const robots = await read(rule + filling.repeat(LIMIT));
    expect(robots.ok && robots.value.isAllowed(`${site.origin}/a/1.html`)).toBe(false);
  });

  it.each([
    [404, true],
    [403, true],
    [500, false],
    [503, false],
    [429, false],
  ])('answered with %s', async (status, ok) => {
    expect(await read('User-agent: *\nDisallow: /', status)).toMatchObject({ ok });
  });

  it('that can not be asked for means not now', async () => {
    const allowedHosts = new Set(['127.0.0.1:1']);
    expect(await readRobots('http://127.0.0.1:1/', { allowedHosts })).toMatchObject({ ok: false });
  });
});
