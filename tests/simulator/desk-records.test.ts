import { describe, expect, it } from '@jest/globals';
import { type RecordKind, toDocument, toRow } from '../../simulator/page/desk-records.ts';
import { Ledger } from '../../simulator/record/ledger.ts';

function rowOf(kind: RecordKind, note: (ledger: Ledger) => void) {
  const ledger = new Ledger();
  note(ledger);
  const row = toRow(ledger.snapshot(), kind, 0);
  if (!row) throw new Error('nothing was noted');
  return row;
}

describe('the lines of the records', () => {
  it('name a rule, its sentence and the document of WeChat that says so', () => {
    const row = rowOf('errors', (ledger) => ledger.breakRule('stack.depth', 'c would be page 11'));
    expect(row.what).toBe('c would be page 11');
    expect(row.more).toMatch(/^stack\.depth: \S/);
    expect(row.link?.href).toMatch(
      /^https:\/\/developers\.weixin\.qq\.com\/miniprogram\/dev\/\S+html/,
    );
    expect(row.whole()).toContain('stack.depth');
  });

  it('take a whole address for what it is', () => {
    expect(toDocument('https://a.test/b')).toBe('https://a.test/b');
    expect(toDocument('a/b.html')).toBe(
      'https://developers.weixin.qq.com/miniprogram/dev/a/b.html',
    );
  });

  it.each([
    [100, '', ''],
    [300 * 1024, 'warn', '超过 256 KB'],
    [1100 * 1024, 'bad', '超过 1 MB'],
  ])('mark a setData of %i bytes', (bytes, tone, mark) => {
    const row = rowOf('setData', (ledger) =>
      ledger.addSetData('pages/a/a', null, { text: 'x'.repeat(bytes) }),
    );
    expect([row.tone, row.level]).toEqual([tone, mark]);
    expect(row.interaction).toBe('启动');
  });

  it('tell how a call has ended, and with what', () => {
    const row = rowOf('calls', (ledger) => {
      const entry = ledger.addCall('request', [{ url: 'https://a.test/b', method: 'POST' }]);
      ledger.end(entry, 'fail', 'request:fail timeout');
    });
    expect([row.what, row.tone, row.more]).toEqual(['wx.request', 'bad', 'request:fail timeout']);
    expect(row.whole()).toContain('"url": "https://a.test/b"');
  });

  it('show what reached the world outside', () => {
    const row = rowOf('effects', (ledger) => ledger.addEffect('phone', { phoneNumber: '12338' }));
    expect([row.what, row.more]).toEqual(['拨打电话', '12338']);
  });
});
