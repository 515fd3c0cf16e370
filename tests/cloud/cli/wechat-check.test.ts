import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readNoticeTemplates } from '../../../cloud/notices/read-templates.ts';
import { type Ended, startProgram } from '../../support/run-program.ts';
import { startWechatServer, type WechatServer } from '../../support/wechat-server/wechat-server.ts';

const SAMPLE = 'config/notice-templates.sample.json';

const check = (env: Record<string, string>, args: string[] = []): Promise<Ended> =>
  startProgram('cloud/cli/wechat-check.ts', args, env).ended;

async function startServer(): Promise<WechatServer> {
  const outcome = await readNoticeTemplates(SAMPLE);
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const templates = [...outcome.templates.values()].map(({ id, isLongTerm, fields }) => ({
    ...{ id, title: '提醒', fields: Object.keys(fields) },
    type: isLongTerm ? ('long' as const) : ('once' as const),
  }));
  return startWechatServer({ templates });
}

describe('npm run wechat:check', () => {
  let server: WechatServer;
  let env: Record<string, string>;
  beforeEach(async () => {
    server = await startServer();
    env = {
      WECHAT_APPID: server.appId,
      WECHAT_SECRET: server.secret,
      WECHAT_API_URL: server.origin,
      NOTICE_TEMPLATES: SAMPLE,
    };
  });
  afterEach(() => server.stop());

  it('passes where WeChat has what is configured', async () => {
    const { code, stdout, stderr } = await check(env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^✓ 账号的模板：/gm)).toHaveLength(3);
    expect(stdout).not.toMatch(/✗/);
    expect(stdout).not.toContain(server.secret);
    expect(server.issuedTokens).toHaveLength(1);
    for (const token of server.issuedTokens) expect(stdout).not.toContain(token);
  });

  it('fails where this machine may not ask, with its address', async () => {
    server.setIpAllowed(false);
    const { code, stdout } = await check(env);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ 账号：这台机器的 IP 不在白名单里。.*（40164 .*\d+\.\d+\.\d+\.\d+/m);
  });

  it('fails with a wrong secret, and keeps it', async () => {
    const { code, stdout, stderr } = await check({ ...env, WECHAT_SECRET: 'canary0123456789' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ 账号：AppSecret 不对/m);
    expect(stdout + stderr).not.toContain('canary');
  });

  it('explains itself', async () => {
    const [asked, misused] = await Promise.all([check({}, ['--help']), check({}, ['all'])]);
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^用法：/), stderr: '' });
    expect(misused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^用法：/),
    });
  });
});
