import { Text, View } from '@tarojs/components';
import { AttachmentRow } from './AttachmentRow.tsx';
import { AudioView } from './AudioView.tsx';
import { GalleryView } from './GalleryView.tsx';
import { LinkCardView } from './LinkCardView.tsx';
import { Picture } from './Picture.tsx';
import { SpanRun } from './SpanRun.tsx';
import type { BodyPart } from './split-block.ts';
import { TableView } from './TableView.tsx';
import { VideoView } from './VideoView.tsx';
import { withKeys } from './with-keys.ts';
import './BlockView.css';

interface BlockViewProps {
  part: BodyPart;
  onPreview: (url: string) => void;
}

/** From a block to what shows it: the only place that knows all kinds. */
export function BlockView({ part, onPreview }: BlockViewProps) {
  switch (part.kind) {
    case 'paragraph':
      return (
        <Text className="paragraph" userSelect>
          <SpanRun spans={part.spans} />
        </Text>
      );
    case 'heading':
      return (
        <View
          className={part.level === 2 ? 'heading' : 'heading heading-minor'}
          ariaRole="heading"
          ariaLevel={part.level}
        >
          {part.text}
        </View>
      );
    case 'image':
      return <Picture block={part} onPreview={onPreview} />;
    case 'list':
      return <ListView part={part} />;
    case 'quote':
      return (
        <Text className="quote" userSelect>
          <SpanRun spans={part.spans} />
        </Text>
      );
    case 'table':
      return <TableView block={part} />;
    case 'gallery':
      return <GalleryView block={part} onPreview={onPreview} />;
    case 'video':
      return <VideoView block={part} />;
    case 'audio':
      return <AudioView block={part} />;
    case 'attachment':
      return (
        <View className="row-box">
          <AttachmentRow attachment={{ ...part, name: part.text }} />
        </View>
      );
    case 'linkCard':
      return <LinkCardView block={part} />;
    case 'divider':
      return <View className="divider" ariaHidden />;
    case 'unknown':
      return (
        <Text className="paragraph" userSelect>
          {part.text}
        </Text>
      );
  }
}

function ListView({ part }: { part: Extract<BodyPart, { kind: 'list' }> }) {
  const first = part.start ?? 1;
  return (
    <View className="list" ariaRole="list">
      {withKeys(part.items).map(({ key, member }, index) => (
        <View key={key} className="list-item" ariaRole="listitem">
          <Text className="list-mark">
            {part.continued && index === 0 ? '' : part.ordered ? `${first + index}.` : '•'}
          </Text>
          <Text className="list-words" userSelect>
            <SpanRun spans={member.spans} />
          </Text>
        </View>
      ))}
    </View>
  );
}
