import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Attachment } from '../../../types/attachment.ts';
import { isAttachment } from '../../../types/generated/contract-checks.js';
import { useKnownMembers } from '../../platform/known-members.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { CONTENT_WORDS, toFileLine } from './content-words.ts';
import { openAttachment } from './open-attachment.ts';
import './AttachmentList.css';

function AttachmentRow({ attachment }: { attachment: Attachment }) {
  const [isOpening, setOpening] = useState(false);
  const open = async () => {
    if (isOpening) return;
    setOpening(true);
    await openAttachment(attachment);
    setOpening(false);
  };
  const { name, fileType, size } = attachment;
  return (
    <View
      className="attachment"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={`${CONTENT_WORDS.attachments}：${name}`}
      onClick={() => void open()}
    >
      <Icon name="file" />
      <View className="attachment-words">
        <View className="attachment-name">{name}</View>
        <Text className="attachment-line">
          {isOpening ? CONTENT_WORDS.opening : toFileLine(fileType, size)}
        </Text>
      </View>
      <Icon name="forward" />
    </View>
  );
}

/** 相关附件, each checked by itself; nothing at all where there are none. */
export function AttachmentList({ attachments }: { attachments: readonly unknown[] }) {
  const known = useKnownMembers(attachments, isAttachment);
  if (known.length === 0) return null;
  return (
    <View>
      <SectionTitle words={CONTENT_WORDS.attachments} />
      <View className="attachments">
        {known.map((attachment) => (
          <AttachmentRow key={attachment.url} attachment={attachment} />
        ))}
      </View>
    </View>
  );
}
