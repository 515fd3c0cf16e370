import { describe, expect, it } from '@jest/globals';
import { parseFileLine } from '../../../../cloud/importer/labels/parse-file-line.ts';

describe('a line below 相关附件', () => {
  it.each([
    ['报名表 https://a.example/f/x.docx', '报名表', 'https://a.example/f/x.docx'],
    ['• 报名表.docx：../../files/x.docx', '报名表.docx', '../../files/x.docx'],
    ['1. 报名表（files/x.docx）', '1. 报名表', 'files/x.docx'],
    ['https://a.example/f/%E8%A1%A8.pdf?x=1', '表.pdf', 'https://a.example/f/%E8%A1%A8.pdf?x=1'],
    ['表.pdf', '表.pdf', '表.pdf'],
    ['./100%.pdf', '100%.pdf', './100%.pdf'],
  ])('%s', (line, name, reference) => {
    expect(parseFileLine(line)).toEqual({ name, reference });
  });

  it.each(['打印本页', '报名表', '', '上一篇：没有了'])('%j names no file', (line) => {
    expect(parseFileLine(line)).toBeUndefined();
  });
});
