import { Text, View } from '@tarojs/components';
import type { Block } from '../../../types/block.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CARD_WORDS } from './content-words.ts';
import { openCard } from './open-card.ts';
import './Row.css';

/** A link that stands alone: its title, and what a tap does. */
export function LinkCardView({ block }: { block: Extract<Block, { kind: 'linkCard' }> }) {
  const { text, target } = block;
  const words = CARD_WORDS[target.kind];
  return (
    <View className="row-box">
      <View
        className="row"
        hoverClass="pressed"
        ariaRole="link"
        ariaLabel={`${text}，${words}`}
        onClick={() => void openCard(target)}
      >
        <View className="row-words row-first">
          <View className="row-name">{text}</View>
          <Text className="row-line">{words}</Text>
        </View>
        <Icon name="forward" />
      </View>
    </View>
  );
}
