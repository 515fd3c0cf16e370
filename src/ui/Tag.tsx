import { Text } from '@tarojs/components';
import './Tag.css';

export type TagTone = 'river' | 'leaf' | 'amber' | 'primary' | 'plain';

/** One or two words on a tinted ground. The words say it; the tone only helps the eye. */
export function Tag({ words, tone }: { words: string; tone: TagTone }) {
  return <Text className={`tag tag-${tone}`}>{words}</Text>;
}
