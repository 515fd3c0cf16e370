import { Text } from '@tarojs/components';
import type { Span } from '../../../types/block.ts';
import { openLink } from './open-link.ts';
import { toGroups } from './to-groups.ts';
import { withKeys } from './with-keys.ts';

/** At most 60 children of one node (docs/wechat.md, Performance). */
const SPANS_AT_ONCE = 50;

function toLook({ bold, italic, underline, href }: Span): string {
  const looks = [bold && 'bold', italic && 'italic', underline && 'underline', href && 'link'];
  return looks.filter(Boolean).join(' ');
}

function SpanText({ span }: { span: Span }) {
  const { href, text } = span;
  const look = toLook(span);
  if (look === '') return text;
  if (!href) return <Text className={look}>{text}</Text>;
  return (
    <Text className={look} ariaRole="link" onClick={() => void openLink(href)}>
      {text}
    </Text>
  );
}

/** Runs of text in their styles. Stands inside a Text. */
export function SpanRun({ spans }: { spans: readonly Span[] }) {
  const groups = toGroups(spans, SPANS_AT_ONCE);
  if (groups.length === 1)
    return withKeys(spans).map(({ key, member }) => <SpanText key={key} span={member} />);
  return withKeys(groups).map(({ key, member }) => (
    <Text key={key}>
      <SpanRun spans={member} />
    </Text>
  ));
}
