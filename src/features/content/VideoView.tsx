import { Text, Video, View } from '@tarojs/components';
import type { Block } from '../../../types/block.ts';
import { toMediaUrl } from '../../platform/media-url.ts';
import { CONTENT_WORDS } from './content-words.ts';
import './VideoView.css';

/** A film in WeChat's own player, which begins when it is tapped. Its place is kept: 16:9 where its size is not known. */
export function VideoView({ block }: { block: Extract<Block, { kind: 'video' }> }) {
  const { url, text, poster, width = 16, height = 9 } = block;
  // A film of a phone held upright would fill more than the screen.
  const ratio = Math.min((height / width) * 100, 120);
  return (
    <View className="film">
      <View className="film-frame" style={`padding-top:${ratio.toFixed(2)}%`}>
        <Video
          className="film-player"
          src={toMediaUrl(url)}
          poster={poster ? toMediaUrl(poster) : ''}
          title={text}
          ariaLabel={text || CONTENT_WORDS.video}
        />
      </View>
      {text && <Text className="film-title">{text}</Text>}
    </View>
  );
}
