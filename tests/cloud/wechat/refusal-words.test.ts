import { describe, expect, it } from '@jest/globals';
import { toRefusalWords } from '../../../cloud/wechat/refusal-words.ts';

const OPENID = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const TOKEN = '86_kYt7-8Qm2pXvLw3n5RsD';

describe('words of a refusal', () => {
  it.each([
    [
      'user refuse to accept the msg rid: 66852f4d-05bdc04c-3984eb83',
      'user refuse to accept the msg',
    ],
    [
      'argument invalid! data.character_string12.value invalid rid: 6685312c-738a8045',
      'argument invalid! data.character_string12.value invalid',
    ],
    [
      'invalid credential, access_token is invalid or not latest, hints: [ req_id: KhpFn2Dae ]',
      'invalid credential, access_token is invalid or not latest',
    ],
    ['invalid code, hint: [CYHbfa0259vr44!]', 'invalid code'],
    [
      'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist',
      'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist',
    ],
    [`invalid openid ${OPENID}`, 'invalid openid …'],
    ['openid oABCDEFGHIJKLMNOPQRST1234567 unknown', 'openid … unknown'],
    [`bad ${TOKEN}!`, 'bad …!'],
    ['see https://api.weixin.qq.com/a?access_token=abc now', 'see … now'],
    ['at /cgi-bin/send?access_token=abc', 'at …'],
    ['phone 13800001111', 'phone …'],
    ['two\nlines\u0000 here', 'two lines here'],
    ['x '.repeat(500), 'x '.repeat(100)],
  ])('%j', (errmsg, words) => {
    expect(toRefusalWords(errmsg, [OPENID, TOKEN, 'abc', ''])).toBe(words);
  });

  it.each([undefined, null, 5, {}])('none in %j', (errmsg) => {
    expect(toRefusalWords(errmsg, [])).toBe('');
  });
});
