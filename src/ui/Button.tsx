import { View } from '@tarojs/components';
import './Button.css';

interface ButtonProps {
  label: string;
  /** What a screen reader calls it, where the label alone doesn't tell it from others. */
  name?: string;
  onPress: () => void;
  /** `danger`: what it does can't be undone. */
  look?: 'solid' | 'quiet' | 'danger';
}

/** Something to tap. A View, since WeChat's own `button` brings a look that has to be undone first. */
export function Button({ label, name = label, onPress, look = 'solid' }: ButtonProps) {
  return (
    <View
      className={`button button-${look}`}
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={name}
      onClick={onPress}
    >
      {label}
    </View>
  );
}
