import { describe, expect, it } from '@jest/globals';
import { createDataKey, DATA_KEY_BYTES } from '../../../cloud/store/data-key.ts';

const key = createDataKey(Buffer.alloc(DATA_KEY_BYTES, 1));
const other = createDataKey(Buffer.alloc(DATA_KEY_BYTES, 2));

describe('a data key', () => {
  it.each(['', 'oCANARY0', '妇女儿童活动中心😀', 'x'.repeat(10_000)])(
    'opens what it sealed: %j',
    (text) => {
      expect(key.open(key.seal(text))).toBe(text);
      expect(key.seal(text).equals(key.seal(text))).toBe(false);
      expect(key.toPrint(text).equals(key.toPrint(text))).toBe(true);
    },
  );

  it('opens nothing that another key sealed, nor finds it', () => {
    expect(() => other.open(key.seal('text'))).toThrow();
    expect(other.toPrint('text').equals(key.toPrint('text'))).toBe(false);
  });

  it('opens nothing that was changed in any byte, or cut off anywhere', () => {
    const sealed = key.seal('text');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => key.open(changed)).toThrow();
      expect(() => key.open(sealed.subarray(0, at))).toThrow();
    }
  });

  it('takes no proof that is shorter than its own', () => {
    const sealed = key.seal('');
    // The first four bytes of the right tag would do for a cipher that takes tags of any length.
    expect(() => key.open(sealed.subarray(0, 16))).toThrow();
  });

  it.each([0, 16, 31, 33])('has not %i bytes', (bytes) => {
    expect(() => createDataKey(Buffer.alloc(bytes))).toThrow(RangeError);
  });
});
