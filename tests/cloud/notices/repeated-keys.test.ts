import { describe, expect, it } from '@jest/globals';
import { findRepeatedKeys } from '../../../cloud/notices/repeated-keys.ts';

describe('repeated keys', () => {
  it.each<[string, string[]]>([
    ['{}', []],
    ['{"a": 1, "b": {"a": 2}, "c": {"a": 3}}', []],
    ['{"a": 1, "a": 2}', ['a']],
    ['{"a": 1, "\\u0061": 2, "a": 3}', ['a', 'a']],
    ['{"x": {"y": {"z": 1, "z": 2}}, "y": {"z": 1}}', ['x.y.z']],
    ['{"x": [{"a": 1}, {"a": 2}], "y": [{"a": 1, "a": 2}]}', ['y.a']],
    ['{"x": ["x", "x"], "y": "{\\"y\\": 1, \\"y\\": 2}"}', []],
    ['{"__proto__": 1, "__proto__": 2}', ['__proto__']],
    ['["a", "a"]', []],
    ['"a"', []],
  ])('of %s: %j', (json, keys) => {
    expect(findRepeatedKeys(json).map((way) => way.join('.'))).toEqual(keys);
  });
});
