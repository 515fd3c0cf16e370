import { expect, it } from '@jest/globals';
import { Storage } from '../../simulator/host/phone/storage.ts';

it('a key that cannot be kept stays as it was', () => {
  let kept = '';
  const write = (text: string) => {
    if (text.length > 100) throw new Error('full');
    kept = text;
  };
  const storage = new Storage({ read: () => null, write });
  storage.set('name', '江门');
  const before = kept;
  expect(() => storage.set('name', 'x'.repeat(100))).toThrow('full');
  expect(storage.get('name')).toEqual({ found: true, value: '江门' });
  expect(kept).toBe(before);
});
