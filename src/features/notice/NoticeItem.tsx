import { Text, View } from '@tarojs/components';
import { toPublishedWords } from '../../../rules/date-words.ts';
import type { Notice } from '../../../types/notice.ts';
import { NOTICE_WORDS, toDeliveryWords } from './notice-words.ts';
import './NoticeItem.css';

interface NoticeItemProps {
  notice: Notice;
  now: number;
  onOpen: (notice: Notice) => void;
}

/** A notice, readable in full here; a tap opens what it is about. */
export function NoticeItem({ notice, now, onOpen }: NoticeItemProps) {
  const { subject, note } = notice;
  const delivery = toDeliveryWords(notice.delivery);
  return (
    <View
      className="notice"
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
      <View className="notice-title">{notice.title}</View>
      {note !== '' && <Text className="notice-note">{note}</Text>}
      {delivery && <Text className="notice-delivery">{delivery}</Text>}
      {!subject && <Text className="notice-delivery">{NOTICE_WORDS.gone}</Text>}
    </View>
  );
}
