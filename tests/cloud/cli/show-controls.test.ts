import { describe, expect, it } from '@jest/globals';
import { showControls } from '../../../cloud/cli/show-controls.ts';

describe('text that is printed', () => {
  it.each([
    ['a\u001b[2Jb', 'a�[2Jb'],
    ['甲\n乙\t丙\r', '甲�乙�丙�'],
    ['\u202e反\u2066转\u2028行', '�反�转�行'],
    ['家庭👨‍👩‍👧　“引”—é', '家庭👨‍👩‍👧　“引”—é'],
  ])('%j', (text, shown) => {
    expect(showControls(text)).toBe(shown);
  });
});
