/**
 * The words of something that this version doesn't know: its members called `text`, at any depth, in order
 * (types/block.ts, compatibility rule). Runs of one line (`spans`) stay one line.
 */
export function collectText(value: unknown): string {
  if (Array.isArray(value)) return joinLines(value.map(collectText));
  if (typeof value !== 'object' || value === null) return '';
  return joinLines(
    Object.entries(value).map(([name, member]) => {
      if (typeof member === 'string') return name === 'text' ? member : '';
      if (name === 'spans' && Array.isArray(member)) return member.map(collectText).join('');
      return collectText(member);
    }),
  );
}

const joinLines = (lines: string[]): string => lines.filter((line) => line !== '').join('\n');
