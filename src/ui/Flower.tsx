import { View } from '@tarojs/components';
import './Flower.css';

interface FlowerProps {
  className: string;
  look: 'full' | 'faded';
}

/** The kapok flower, the mark of this program. It only decorates. */
export function Flower({ className, look }: FlowerProps) {
  return <View className={`flower flower-${look} ${className}`} ariaHidden />;
}
