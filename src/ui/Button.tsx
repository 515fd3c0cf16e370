import { View } from '@tarojs/components';
import './Button.css';

interface ButtonProps {
  label: string;
  onPress: () => void;
  look?: 'solid' | 'quiet';
}

/** Something to tap. A View, since WeChat's own `button` brings a look that has to be undone first. */
export function Button({ label, onPress, look = 'solid' }: ButtonProps) {
  return (
    <View
      className={`button button-${look}`}
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={label}
      onClick={onPress}
    >
      {label}
    </View>
  );
}
