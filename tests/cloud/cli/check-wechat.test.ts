import { describe, expect, it } from '@jest/globals';
import { checkWechat, type WechatAccount } from '../../../cloud/cli/check-wechat.ts';
import { readNoticeTemplates } from '../../../cloud/notices/read-templates.ts';
import type { WechatFailure } from '../../../cloud/wechat/answer.ts';
import type { TemplateInfo, WechatApi } from '../../../cloud/wechat/wechat-api.ts';

const SAMPLE = 'config/notice-templates.sample.json';
const SECRET = 'canary5e70c0ffee';
const TOKEN = 'canaryToken';
const account = {
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: SECRET,
  WECHAT_PUSH_TOKEN: 'canaryPush',
};
const whole = { ...account, NOTICE_TEMPLATES: SAMPLE };

async function sampleInfos(): Promise<TemplateInfo[]> {
  const outcome = await readNoticeTemplates(SAMPLE);
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  return [...outcome.templates.values()].map(({ id, isLongTerm, fields }) => ({
    ...{ id, isLongTerm, title: '提醒', fields: Object.keys(fields) },
  }));
}

/** WeChat's server as the check sees it; what the check has no business to call fails. */
function standIn(answers: Partial<WechatApi> = {}) {
  const seen: unknown[] = [];
  const never = () => Promise.reject(new Error('called'));
  const connect = ({ appId, secret, apiUrl, state }: WechatAccount): WechatApi => {
    seen.push({ appId, secret, apiUrl, state });
    return {
      redeemLoginCode: never,
      sendMessage: never,
      fetchToken: async (isForced) => {
        seen.push({ isForced });
        return { ok: true, value: { token: TOKEN, expiresIn: 7200 } };
      },
      listTemplates: async (token) => {
        seen.push({ token });
        return { ok: true, value: await sampleInfos() };
      },
      ...answers,
    };
  };
  return { connect, seen };
}

const refused = (code: number): WechatFailure => ({ kind: 'refused', code, message: 'words' });

describe('the check of WeChat', () => {
  it('passes where everything matches, with a token that is not forced', async () => {
    const { connect, seen } = standIn();
    expect(await checkWechat(whole, connect)).toEqual({
      exitCode: 0,
      lines: [
        '✓ 设置：AppID wx0123456789abcdef，接口 https://api.weixin.qq.com，登录方式 code，消息打开 formal 版',
        '✓ 消息推送：明文模式（设置 WECHAT_PUSH_KEY 后为安全模式）',
        `✓ 模板配置：${SAMPLE}（notice、channel、event）`,
        '✓ 账号：AppID 和 AppSecret 有效，这台机器的 IP 可以调用接口',
        '✓ 账号的模板：notice 与 sample-notice-template 一致',
        '✓ 账号的模板：channel 与 sample-channel-template 一致',
        '✓ 账号的模板：event 与 sample-event-template 一致',
      ],
    });
    expect(seen).toEqual([
      {
        ...{ appId: account.WECHAT_APPID, secret: SECRET, state: 'formal' },
        apiUrl: 'https://api.weixin.qq.com',
      },
      { isForced: false },
      { token: TOKEN },
    ]);
  });

  it('asks nothing about templates where none are configured', async () => {
    const { connect, seen } = standIn();
    const { exitCode, lines } = await checkWechat({ ...account, WECHAT_PUSH_TOKEN: '' }, connect);
    expect(exitCode).toBe(0);
    expect(lines.map((line) => line.slice(0, 6))).toEqual([
      '✓ 设置：A',
      '－ 消息推送',
      '－ 模板配置',
      '✓ 账号：A',
    ]);
    expect(seen).toHaveLength(2);
  });

  it('looks at the file without an account, but does not pass', async () => {
    const { connect, seen } = standIn();
    expect(await checkWechat({ NOTICE_TEMPLATES: SAMPLE }, connect)).toEqual({
      exitCode: 1,
      lines: [
        expect.stringMatching(/^✗ 设置：没有 WECHAT_APPID 和 WECHAT_SECRET/),
        `✓ 模板配置：${SAMPLE}（notice、channel、event）`,
      ],
    });
    expect(seen).toEqual([]);
  });

  it('tells of wrong settings and a wrong file together, and asks nothing', async () => {
    const { connect, seen } = standIn();
    const env = { ...whole, WECHAT_SECRET: '', NOTICE_TEMPLATES: 'none.json' };
    expect(await checkWechat(env, connect)).toEqual({
      exitCode: 1,
      lines: [
        expect.stringMatching(/^✗ 设置：WECHAT_SECRET missing/),
        expect.stringMatching(/^✗ 模板配置：none\.json: can't be read/),
      ],
    });
    expect(seen).toEqual([]);
  });

  it('asks about the account even where the file is wrong', async () => {
    const { connect } = standIn({
      fetchToken: async () => ({ ok: false, failure: refused(40013) }),
    });
    const { exitCode, lines } = await checkWechat(
      { ...whole, NOTICE_TEMPLATES: 'none.json' },
      connect,
    );
    expect(exitCode).toBe(1);
    expect(lines.slice(2).map((line) => line.slice(0, 6))).toEqual(['✗ 模板配置', '✗ 账号：A']);
  });

  it.each<[WechatFailure, RegExp]>([
    [
      { kind: 'refused', code: 40164, message: 'invalid ip 1.2.3.4' },
      /IP 白名单.*（40164 invalid ip 1\.2\.3\.4）$/,
    ],
    [refused(40013), /AppID 不对.*WECHAT_APPID。（40013 words）$/],
    [refused(40125), /AppSecret 不对.*WECHAT_SECRET/],
    [refused(40001), /AppSecret 不对.*WECHAT_SECRET/],
    [refused(40243), /AppSecret 已冻结/],
    [refused(45009), /明天再试/],
    [refused(45011), /过一分钟再试/],
    [refused(-1), /系统繁忙/],
    [refused(99999), /按错误码查微信文档。（99999 words）$/],
    [{ kind: 'unsent', message: 'ENOTFOUND' }, /连不上微信.*WECHAT_API_URL。（ENOTFOUND）$/],
    [{ kind: 'lost', message: 'TimeoutError' }, /没有等到.*再试一次。（TimeoutError）$/],
    [{ kind: 'status', status: 502 }, /网关出错.*（HTTP 502）$/],
    [{ kind: 'unexpected', message: 'another\u001b[2J\nshape' }, /看不懂.*（another�\[2J�shape）$/],
  ])('says what to do about %j', async (failure, line) => {
    const token = standIn({ fetchToken: async () => ({ ok: false, failure }) });
    const refusedToken = await checkWechat(whole, token.connect);
    expect(refusedToken.exitCode).toBe(1);
    expect(refusedToken.lines.slice(3)).toEqual([expect.stringMatching(line)]);
    expect(refusedToken.lines[3]).toMatch(/^✗ 账号：/);

    const list = standIn({ listTemplates: async () => ({ ok: false, failure }) });
    const refusedList = await checkWechat(whole, list.connect);
    expect(refusedList.exitCode).toBe(1);
    expect(refusedList.lines[4]).toMatch(/^✗ 账号的模板：/);
    expect(refusedList.lines[4]).toMatch(line);
  });

  it('names each template that differs, and those that do not', async () => {
    const [notice, , event] = await sampleInfos();
    const infos = [notice, { ...event, isLongTerm: true, fields: ['thing1'] }] as TemplateInfo[];
    const { connect } = standIn({ listTemplates: async () => ({ ok: true, value: infos }) });
    const { exitCode, lines } = await checkWechat(whole, connect);
    expect(exitCode).toBe(1);
    expect(lines.slice(4)).toEqual([
      '✓ 账号的模板：notice 与 sample-notice-template 一致',
      expect.stringMatching(/^✗ 账号的模板：channel：账号里没有模板 sample-channel-template/),
      expect.stringMatching(/^✗ 账号的模板：event：.*time2/),
      expect.stringMatching(/^✗ 账号的模板：event：.*thing3/),
      expect.stringMatching(/^✗ 账号的模板：event：.*name4/),
      expect.stringMatching(/^✗ 账号的模板：event：.*thing5/),
      expect.stringMatching(/^✗ 账号的模板：event：.*longTerm/),
    ]);
  });

  it('keeps secrets to itself, whatever happens', async () => {
    const key = `${'canary'.repeat(7)}A`;
    const env = { ...whole, WECHAT_PUSH_KEY: key, DATA_KEY: `${key}=` };
    const failing = { fetchToken: async () => ({ ok: false, failure: refused(40125) }) as const };
    for (const answers of [{}, failing]) {
      for (const extra of [{}, { WECHAT_APPID: 'x' }, { DATA_KEY: 'canary' }]) {
        const { lines } = await checkWechat({ ...env, ...extra }, standIn(answers).connect);
        expect(lines.join('\n')).not.toContain('canary');
      }
    }
  });
});
