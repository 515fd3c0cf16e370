import { expect, it } from '@jest/globals';
import { toSafeName } from '../../../../cloud/importer/media/safe-name.ts';

it.each([
  ['附件1：岗位表.pdf', 'pdf', '附件1：岗位表.pdf'],
  ['岗位表', 'pdf', '岗位表'],
  ['表.PDF', 'pdf', '表.PDF'],
  ['表.doc', 'docx', '表.docx'],
  ['表.exe', 'pdf', '表.pdf'],
  ['发票.html', 'zip', '发票.zip'],
  ['第1.2版', 'pdf', '第1.2版'],
  ['../../etc/表.pdf', 'pdf', '表.pdf'],
  ['C:\\Users\\甲\\表.xls', 'xls', '表.xls'],
  ['表一/表二', 'pdf', '表一_表二'],
  ['表\u202efdp.exe', 'pdf', '表fdp.pdf'],
  ['\u2066表\u2069\u200b.pdf', 'pdf', '表.pdf'],
  ['表\r\n\t名\0.pdf', 'pdf', '表名.pdf'],
  ['  ..表.pdf', 'pdf', '表.pdf'],
  ['a<b>"c"|?*.pdf', 'pdf', 'a_b__c____.pdf'],
  ['一'.repeat(200), 'pdf', '一'.repeat(80)],
  [`${'𠮷'.repeat(200)}.pdf`, 'pdf', `${'𠮷'.repeat(76)}.pdf`],
  ['...', 'pdf', 'file.pdf'],
  ['', 'pdf', 'file.pdf'],
])('%j as %s is %j', (name, extension, expected) => {
  expect(toSafeName(name, extension, `file.${extension}`)).toBe(expected);
});
