import { Text, View } from '@tarojs/components';
import type { Block } from '../../../types/block.ts';
import { toMediaUrl } from '../../platform/media-url.ts';
import { useRecording } from '../../platform/recording.ts';
import { CONTENT_WORDS, RECORDING_WORDS, toClock } from './content-words.ts';
import './AudioView.css';
import './Row.css';

/** A recording: its title, where it stands, and one button that plays and pauses it. */
export function AudioView({ block }: { block: Extract<Block, { kind: 'audio' }> }) {
  const { state, at, length, toggle } = useRecording(toMediaUrl(block.url));
  const name = block.text || CONTENT_WORDS.audio;
  const isPlaying = state === 'playing';
  const clock = length > 0 ? `${toClock(at)} / ${toClock(length)}` : toClock(at);
  const isUnderWay = isPlaying || state === 'paused';
  return (
    <View className="row-box">
      <View
        className="row"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={`${RECORDING_WORDS[state]}：${name}`}
        onClick={toggle}
      >
        <View className={isPlaying ? 'play play-pause' : 'play'} ariaHidden />
        <View className="row-words">
          <View className="row-name">{name}</View>
          <Text className="row-line">
            {isUnderWay ? `${RECORDING_WORDS[state]} · ${clock}` : RECORDING_WORDS[state]}
          </Text>
        </View>
      </View>
      {isUnderWay && length > 0 && (
        <View className="play-track" ariaHidden>
          <View className="play-bar" style={`width:${Math.min(100, (at / length) * 100)}%`} />
        </View>
      )}
    </View>
  );
}
