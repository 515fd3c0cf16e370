import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { toPublishedWords } from '../../../rules/date-words.ts';
import type { Notice } from '../../../types/notice.ts';
import { NOTICE_WORDS, toDeliveryWords } from './notice-words.ts';
import './NoticeItem.css';

interface NoticeItemProps {
  notice: Notice;
  now: number;
  onOpen: (notice: Notice) => void;
}

/** More than this may take more than the four lines that a folded notice shows of its title and its note. */
const SHORT_LENGTH = 68;
const SHORT_LINES = 4;

const isLong = (text: string): boolean =>
  text.length > SHORT_LENGTH || text.split('\n').length > SHORT_LINES;

/** A notice, readable in full here; a tap opens what it is about. A long one is folded until a tap on 展开全文. */
export function NoticeItem({ notice, now, onOpen }: NoticeItemProps) {
  const { subject, title, note } = notice;
  const [isOpen, setOpen] = useState(false);
  const isFolded = !isOpen && (isLong(title) || isLong(note));
  const delivery = toDeliveryWords(notice.delivery);
  return (
    <View className={isFolded ? 'notice notice-folded' : 'notice'}>
      <View
        hoverClass="pressed"
        ariaRole={subject ? 'link' : 'text'}
        onClick={() => onOpen(notice)}
      >
        <View className="notice-meta">
          {!notice.isRead && (
            <View className="notice-dot" ariaRole="img" ariaLabel={NOTICE_WORDS.unread} />
          )}
          {`${notice.topicName} · ${toPublishedWords(notice.publishedAt, now)}`}
        </View>
        <View className="notice-title">{title}</View>
        {note !== '' && <View className="notice-note">{note}</View>}
        {delivery && <Text className="notice-delivery">{delivery}</Text>}
        {!subject && <Text className="notice-delivery">{NOTICE_WORDS.gone}</Text>}
      </View>
      {/* Not inside of the link: a tap on it opens no other page. */}
      {isFolded && (
        <View
          className="notice-unfold"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={`${NOTICE_WORDS.unfold}：${title}`}
          onClick={() => setOpen(true)}
        >
          {NOTICE_WORDS.unfold}
        </View>
      )}
    </View>
  );
}
