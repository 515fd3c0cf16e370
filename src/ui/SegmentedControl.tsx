import { View } from '@tarojs/components';
import './SegmentedControl.css';

interface SegmentedControlProps<Value extends string> {
  /** What a screen reader calls the whole. */
  label: string;
  segments: readonly { value: Value; words: string }[];
  selected: Value;
  onSelect: (value: Value) => void;
}

/** A few alternatives side by side, one of them chosen. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  return (
    <View className="segments" ariaRole="tablist" ariaLabel={props.label}>
      {props.segments.map(({ value, words }) => (
        <View
          key={value}
          className={value === props.selected ? 'segment segment-selected' : 'segment'}
          ariaRole="tab"
          ariaSelected={value === props.selected}
          onClick={() => props.onSelect(value)}
        >
          {words}
        </View>
      ))}
    </View>
  );
}
