import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillMessage } from '../../../cloud/domain/fill-message.ts';
import { checkFieldText, toFieldType } from '../../../cloud/domain/message-fields.ts';
import { NOTICE_KINDS } from '../../../cloud/domain/notice-kinds.ts';
import {
  parseNoticeTemplates,
  readNoticeTemplates,
} from '../../../cloud/notices/read-templates.ts';

const SAMPLE = 'config/notice-templates.sample.json';

const notice = { id: 'T1', longTerm: false, fields: { thing1: 'title' } };
const withFields = (fields: object) => ({ notice: { ...notice, fields } });

function problemsOf(value: unknown): string[] {
  const outcome = parseNoticeTemplates(typeof value === 'string' ? value : JSON.stringify(value));
  return outcome.ok ? [] : outcome.problems;
}

describe('the configuration of templates', () => {
  it('is read', () => {
    const fields = {
      thing1: 'title',
      time2: 'publishedAt',
      thing3: '=点开查看全文',
      letter4: '=A',
    };
    const value = { ...withFields(fields), event: { ...notice, id: 'a_-9', longTerm: true } };
    expect(parseNoticeTemplates(`\uFEFF${JSON.stringify(value)}`)).toEqual({
      ok: true,
      templates: new Map([
        [
          'notice',
          {
            kind: 'notice',
            id: 'T1',
            isLongTerm: false,
            fields: {
              thing1: { kind: 'value', name: 'title' },
              time2: { kind: 'value', name: 'publishedAt' },
              thing3: { kind: 'words', words: '点开查看全文' },
              letter4: { kind: 'words', words: 'A' },
            },
          },
        ],
        [
          'event',
          {
            kind: 'event',
            id: 'a_-9',
            isLongTerm: true,
            fields: { thing1: { kind: 'value', name: 'title' } },
          },
        ],
      ]),
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{"notice": ', /^not JSON \(.+\): see config/],
    ['a list', [notice], /^no templates: /],
    ['nothing', {}, /^no templates: write .* any of notice, channel, event/],
    ['an unknown kind', { notice, remind: notice }, /^remind: no kind of notice/],
    [
      'a kind of every object',
      `{"__proto__": {}, "notice": ${JSON.stringify(notice)}}`,
      /^__proto__: no kind/,
    ],
    ['no template', { notice: 'T1' }, /^notice: no template: write/],
    ['an unknown member', { notice: { ...notice, longterm: true } }, /^notice\.longterm: unknown/],
    ['an empty id', { notice: { ...notice, id: '' } }, /^notice\.id: no template id/],
    ['an id with a space', { notice: { ...notice, id: 'T1 ' } }, /^notice\.id: no template id/],
    ['no id', { notice: { ...notice, id: undefined } }, /^notice\.id: no template id/],
    ['no longTerm', { notice: { ...notice, longTerm: 'no' } }, /^notice\.longTerm: write true/],
    ['no fields', { notice: { ...notice, fields: ['title'] } }, /^notice\.fields: missing/],
    ['no title', withFields({ thing1: 'source' }), /^notice\.fields: title is used nowhere/],
    ['title as words', withFields({ thing1: '=title' }), /^notice\.fields: title is used nowhere/],
    [
      'an unknown type',
      withFields({ thing1: 'title', text2: 'source' }),
      /^notice\.fields\.text2: no field of WeChat/,
    ],
    [
      'a field on two lines',
      withFields({ thing1: 'title', 'a\nb': 'source' }),
      /^notice\.fields\."a\\nb": no field of WeChat/,
    ],
    [
      'an unknown value',
      withFields({ thing1: 'title', thing2: 'venue' }),
      /^notice\.fields\.thing2: "venue" is no value of notice: write one of title, source,/,
    ],
    [
      'a value of every object',
      withFields({ thing1: 'title', thing2: 'constructor' }),
      /^notice\.fields\.thing2: "constructor" is no value/,
    ],
    [
      'a number',
      withFields({ thing1: 'title', number2: 3 }),
      /^notice\.fields\.number2: not a text/,
    ],
    [
      'a text in a phrase',
      withFields({ thing1: 'title', phrase2: 'source' }),
      /^notice\.fields\.phrase2: source does not fit a field of type phrase, which takes fixed words after "="\.$/,
    ],
    [
      'a text as time',
      withFields({ thing1: 'title', time2: 'note' }),
      /^notice\.fields\.time2: note does not fit a field of type time, which takes publishedAt, fixed/,
    ],
    [
      'a moment as text',
      withFields({ thing1: 'title', thing2: 'publishedAt' }),
      /^notice\.fields\.thing2: publishedAt does not fit/,
    ],
    [
      'words that are too long',
      withFields({ thing1: 'title', thing2: `=${'一'.repeat(21)}` }),
      /^notice\.fields\.thing2: these fixed words break WeChat's rule for thing: 应为 ?20/,
    ],
    [
      'words on two lines',
      withFields({ thing1: 'title', thing2: '=点开\n查看' }),
      /^notice\.fields\.thing2: these fixed words break .*换行/,
    ],
    [
      'no words',
      withFields({ thing1: 'title', thing2: '=' }),
      /^notice\.fields\.thing2: these fixed words break .*不能为空/,
    ],
    [
      'a field twice',
      '{"notice": {"id": "T1", "longTerm": false, "fields": {"thing1": "source", "thing\\u0031": "title"}}}',
      /^notice\.fields\.thing1: stands here twice/,
    ],
    [
      'a kind twice',
      `{"notice": ${JSON.stringify(notice)}, "notice": ${JSON.stringify(notice)}}`,
      /^notice: stands here twice/,
    ],
    [
      'one id, once for long',
      { notice, event: { ...notice, longTerm: true } },
      /^event\.longTerm: not as in notice, which has the same id/,
    ],
    [
      'one id, other fields',
      { notice, event: { ...notice, fields: { thing2: 'title' } } },
      /^event\.fields: other fields than in notice/,
    ],
  ])('with %s is refused', (_, value, problem) => {
    expect(problemsOf(value)).toEqual([expect.stringMatching(problem)]);
  });

  it('may use one template for several kinds, and one text in objects of several kinds', () => {
    expect(problemsOf({ notice, event: notice, channel: { ...notice, id: 'T2' } })).toEqual([]);
    expect(
      problemsOf(withFields({ thing1: 'title', thing2: 'title', thing3: '={"a":1,"a":2}' })),
    ).toEqual([]);
  });

  it('tells everything that is wrong at once, each on its line', () => {
    const problems = problemsOf({
      notice: { id: '', longTerm: 1, fields: { thing1: 'x', foo2: 'title' } },
      channel: { ...notice, fields: { thing1: 'title', phrase2: 'title' } },
      event: { ...notice, longTerm: true, fields: { thing1: 'note' } },
      'new\nkind': {},
    });
    expect(problems.map((problem) => problem.slice(0, problem.indexOf(':')))).toEqual([
      'notice.id',
      'notice.longTerm',
      'notice.fields.thing1',
      'notice.fields.foo2',
      'channel.fields.phrase2',
      'event.fields',
      '"new\\nkind"',
      'event.longTerm',
      'event.fields',
    ]);
    for (const problem of problems) expect(problem).not.toMatch(/[\r\n]/);
  });
});

describe('the file of templates', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'templates-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is there as a sample, with every kind and right messages', async () => {
    const outcome = await readNoticeTemplates(SAMPLE);
    expect(outcome.ok && [...outcome.templates.keys()]).toEqual(Object.keys(NOTICE_KINDS));
    for (const template of outcome.ok ? outcome.templates.values() : []) {
      for (const [field, text] of Object.entries(fillMessage(template, {}))) {
        const type = toFieldType(field);
        expect(type && checkFieldText(type, text)).toBeUndefined();
      }
    }
  });

  it('that is missing says what to do', async () => {
    const path = join(folder, 'none.json');
    expect(await readNoticeTemplates(path)).toEqual({
      ok: false,
      problems: [
        expect.stringMatching(
          /none\.json: can't be read \(ENOENT\): copy config\/.+ NOTICE_TEMPLATES/,
        ),
      ],
    });
  });

  it('that is wrong is named in every problem', async () => {
    const path = join(folder, 'wrong.json');
    await writeFile(path, '{"a": 1, "b": 2}');
    expect(await readNoticeTemplates(path)).toEqual({
      ok: false,
      problems: [`${path}: a`, `${path}: b`].map((begin) => expect.stringContaining(begin)),
    });
  });
});
