import { View } from '@tarojs/components';
import { memo } from 'react';
import type { Notice } from '../../../types/notice.ts';
import { NoticeItem } from './NoticeItem.tsx';

/** One page of notices. Drawn once: further pages don't touch it. */
export const NoticeSection = memo(function NoticeSection(props: {
  notices: readonly Notice[];
  now: number;
  /** Stays the same from one drawing to the next. */
  onOpen: (notice: Notice) => void;
}) {
  return (
    <View>
      {props.notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} now={props.now} onOpen={props.onOpen} />
      ))}
    </View>
  );
});
