import { View } from '@tarojs/components';
import './SectionTitle.css';

/** Names what follows below it. */
export function SectionTitle({ words }: { words: string }) {
  return (
    <View className="section-title" ariaRole="heading" ariaLevel={2}>
      {words}
    </View>
  );
}
