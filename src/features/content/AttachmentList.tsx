import { View } from '@tarojs/components';
import { isAttachment } from '../../../types/generated/contract-checks.js';
import { useKnownMembers } from '../../platform/known-members.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { AttachmentRow } from './AttachmentRow.tsx';
import { CONTENT_WORDS } from './content-words.ts';
import './AttachmentList.css';

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
