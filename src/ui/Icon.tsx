import { View } from '@tarojs/components';
import './Icon.css';

export type IconName =
  | 'place'
  | 'time'
  | 'phone'
  | 'people'
  | 'person'
  | 'file'
  | 'forward'
  | 'picture'
  | 'bell';

/** A small drawing in the colour of the text around it. It only decorates: the words beside it say the same. */
export function Icon({ name }: { name: IconName }) {
  return <View className={`icon icon-${name}`} ariaHidden />;
}
