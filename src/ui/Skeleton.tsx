import { View } from '@tarojs/components';
import './Skeleton.css';

export type SkeletonShape = 'cards' | 'text';

const ROWS = [1, 2, 3, 4, 5];

/** The shape of what is on its way. One node a row: it is part of the first thing that is sent to the screen. */
export function Skeleton({ shape }: { shape: SkeletonShape }) {
  return (
    <View className="skeleton" ariaRole="progressbar" ariaLabel="正在加载">
      {ROWS.map((row) => (
        <View key={row} className={`skeleton-${shape}`} />
      ))}
    </View>
  );
}
