import { Text, View } from '@tarojs/components';
import { Flower } from './Flower.tsx';
import './Message.css';

/** In the place of a list with nothing in it. */
export function EmptyState({ title, advice }: { title: string; advice: string }) {
  return (
    <View className="message">
      <Flower className="message-mark" look="faded" />
      <Text className="message-title">{title}</Text>
      <Text className="message-advice">{advice}</Text>
    </View>
  );
}
