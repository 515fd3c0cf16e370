import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
const sizesCss = readFileSync(new URL('../../../src/ui/sizes.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const toColours = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));

/** Relative luminance of WCAG 2.x. */
function toLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [toLuminance(one), toLuminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Every text token with the grounds that the styles put it on. */
const TEXT_ON_GROUND: [string, string[]][] = [
  ['ink', ['paper', 'surface', 'sunken', 'primary-soft']],
  ['ink-soft', ['paper', 'surface', 'sunken']],
  ['primary', ['paper', 'surface', 'raised', 'primary-soft']],
  ['on-primary', ['primary']],
  ['danger', ['paper', 'surface']],
  ['amber-ink', ['amber-soft', 'paper']],
  ['leaf', ['leaf-soft', 'paper']],
  ['river', ['river-soft', 'paper']],
];

describe.each([
  ['light', toColours(lightCss)],
  ['dark', toColours(darkCss)],
])('the %s palette', (_theme, colours) => {
  it.each(TEXT_ON_GROUND.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground])))(
    '%s on %s reaches 4.5:1',
    (text = '', ground = '') => {
      const contrast = toContrast(colours.get(text) ?? '', colours.get(ground) ?? '');
      expect(contrast).toBeGreaterThanOrEqual(4.5);
    },
  );
});

it('both palettes name the same colours', () => {
  expect([...toColours(darkCss).keys()].sort()).toEqual([...toColours(lightCss).keys()].sort());
});

/** The comment that keeps the build from turning px into rpx counts only where it comes first. */
it('sizes of text and touch targets stay what they are on a narrow phone', () => {
  expect(sizesCss.startsWith('/* postcss-pxtransform disable */\n')).toBe(true);
  expect(sizesCss).toMatch(/--touch: 44px;/);
  expect(sizesCss).toMatch(/--text-body: 17px;/);
});
