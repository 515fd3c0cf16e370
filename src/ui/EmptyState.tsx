import { Text, View } from '@tarojs/components';
import { Button } from './Button.tsx';
import { Flower } from './Flower.tsx';
import './Message.css';

interface EmptyStateProps {
  title: string;
  advice: string;
  /** A way on, where there is one. */
  actionLabel?: string;
  onAction?: () => void;
}

/** In the place of a list with nothing in it. */
export function EmptyState({ title, advice, actionLabel, onAction }: EmptyStateProps) {
  return (
    <View className="message">
      <Flower className="message-mark" look="faded" />
      <Text className="message-title">{title}</Text>
      <Text className="message-advice">{advice}</Text>
      {actionLabel && onAction && <Button label={actionLabel} onPress={onAction} />}
    </View>
  );
}
