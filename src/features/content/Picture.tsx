import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Block } from '../../../types/block.ts';
import { toFittingMediaUrl, toPlaceholderStyle } from '../../platform/fitting-url.ts';
import { toMediaUrl } from '../../platform/media-url.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CONTENT_WORDS } from './content-words.ts';
import './Picture.css';

interface PictureProps {
  block: Extract<Block, { kind: 'image' }>;
  onPreview: (url: string) => void;
}

/** A picture with its caption. Its place is kept while it loads where its size is known, and shows a few pixels of it; one that doesn't load says so. */
export function Picture({ block, onPreview }: PictureProps) {
  const [isDead, setDead] = useState(false);
  const [isThere, setThere] = useState(false);
  const url = toMediaUrl(block.url);
  const hasSize = block.width !== undefined && block.height !== undefined;
  const ratio = hasSize ? ((block.height ?? 1) / (block.width ?? 1)) * 100 : undefined;
  const place = ratio === undefined ? '' : `padding-top:${ratio.toFixed(2)}%;`;
  const style = place + (isThere ? '' : toPlaceholderStyle(block.placeholder));
  const words = block.alt || block.caption || CONTENT_WORDS.picture;

  if (isDead) {
    return (
      <View className="picture-dead" ariaRole="button" onClick={() => setDead(false)}>
        <Icon name="picture" />
        <Text className="picture-dead-words">
          {block.alt
            ? `${block.alt}（${CONTENT_WORDS.pictureFailed}）`
            : CONTENT_WORDS.pictureFailed}
          {block.caption && `\n${block.caption}`}
        </Text>
      </View>
    );
  }
  return (
    <View className="picture">
      <View className="picture-frame" style={style}>
        <Image
          className={hasSize ? 'picture-image picture-fitted' : 'picture-image'}
          src={toFittingMediaUrl(block, { width: 'text' })}
          mode={hasSize ? 'aspectFill' : 'widthFix'}
          lazyLoad
          webp
          ariaRole="img"
          ariaLabel={words}
          onClick={() => onPreview(url)}
          onLoad={() => setThere(true)}
          onError={() => setDead(true)}
        />
      </View>
      {block.caption && <Text className="picture-caption">{block.caption}</Text>}
    </View>
  );
}
