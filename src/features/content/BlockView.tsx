import { Text, View } from '@tarojs/components';
import { Picture } from './Picture.tsx';
import { SpanRun } from './SpanRun.tsx';
import type { BodyPart } from './split-block.ts';
import { TableView } from './TableView.tsx';
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
      return (
        <View>
          {withKeys(part.images).map(({ key, member }) => (
            <Picture key={key} block={{ kind: 'image', ...member }} onPreview={onPreview} />
          ))}
        </View>
      );
    case 'divider':
      return <View className="divider" ariaHidden />;
    case 'video':
    case 'audio':
    case 'attachment':
    case 'linkCard':
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
