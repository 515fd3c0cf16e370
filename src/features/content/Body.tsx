import { View } from '@tarojs/components';
import { memo, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { logNotice } from '../../platform/log.ts';
import { toMediaUrl } from '../../platform/media-url.ts';
import { BlockView } from './BlockView.tsx';
import { toBodySections } from './body-sections.ts';
import { openPreview } from './open-preview.ts';
import type { BodyPart } from './split-block.ts';
import { toBlocks } from './to-blocks.ts';
import { withKeys } from './with-keys.ts';
import './Body.css';

/** WeChat asks for at most 20 setData a second (docs/wechat.md, Performance). */
const SECTION_PAUSE_MS = 50;

const Section = memo(function Section(props: {
  parts: readonly BodyPart[];
  onPreview: (url: string) => void;
}) {
  return (
    <View>
      {withKeys(props.parts).map(({ key, member }) => (
        <BlockView key={key} part={member} onPreview={props.onPreview} />
      ))}
    </View>
  );
});

/** How many of the sections may stand on the screen: one more at a time, so that no setData carries a whole long text. */
function useGrowingCount(total: number): number {
  const [count, setCount] = useState(1);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount((shown) => shown + 1), SECTION_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
}

interface BodyProps {
  /** As they came: they are checked here, one by one. */
  blocks: readonly unknown[];
  /** What follows the text, once it stands. */
  children?: ReactNode;
}

/** The body of an article or event. */
export function Body({ blocks, children }: BodyProps) {
  const checked = useMemo(() => toBlocks(blocks), [blocks]);
  const sections = useMemo(() => toBodySections(checked), [checked]);
  useEffect(() => {
    const unknown = checked.filter(({ kind }) => kind === 'unknown').length;
    const dropped = blocks.length - checked.length;
    if (unknown + dropped > 0) {
      logNotice(`${unknown} blocks are shown by their words alone, ${dropped} are left out`);
    }
  }, [blocks, checked]);
  const count = useGrowingCount(sections.length);
  const onPreview = useCallback(
    (url: string) => {
      const pictures = checked.flatMap((block) => {
        if (block.kind === 'gallery') return block.images;
        return block.kind === 'image' ? [block] : [];
      });
      void openPreview(
        url,
        pictures.map((picture) => toMediaUrl(picture.url)),
      );
    },
    [checked],
  );
  return (
    <>
      <View className="body">
        {withKeys(sections.slice(0, count)).map(({ key, member }) => (
          <Section key={key} parts={member} onPreview={onPreview} />
        ))}
      </View>
      {count === sections.length && children}
    </>
  );
}
