import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Attachment } from '../../../types/attachment.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CONTENT_WORDS, toFileLine } from './content-words.ts';
import { openAttachment } from './open-attachment.ts';
import './Row.css';

/** A file, its kind and its size; a tap opens it. */
export function AttachmentRow({ attachment }: { attachment: Attachment }) {
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
      className="row"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={`${CONTENT_WORDS.attachments}：${name}`}
      onClick={() => void open()}
    >
      <Icon name="file" />
      <View className="row-words">
        <View className="row-name">{name}</View>
        <Text className="row-line">
          {isOpening ? CONTENT_WORDS.opening : toFileLine(fileType, size)}
        </Text>
      </View>
      <Icon name="forward" />
    </View>
  );
}
