import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { toPictureUrl } from '../../../rules/picture-url.ts';
import type { Block } from '../../../types/block.ts';
import { toMediaUrl } from '../../platform/media-url.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CONTENT_WORDS } from './content-words.ts';
import { withKeys } from './with-keys.ts';
import './GalleryView.css';

type GalleryBlock = Extract<Block, { kind: 'gallery' }>;

/** Pixels that a tile takes on the sharpest of today's phones (430 points wide, three pixels a point). */
const TILE_PIXELS = { 2: 600, 3: 400 } as const;

interface GalleryViewProps {
  block: GalleryBlock;
  onPreview: (url: string) => void;
}

/** Pictures side by side, cut square; a tap shows one whole among all pictures of the text. */
export function GalleryView({ block: { images }, onPreview }: GalleryViewProps) {
  const isWide = images.length % 3 !== 0 && (images.length === 2 || images.length === 4);
  const columns = isWide || images.some(({ caption }) => caption) ? 2 : 3;
  return (
    <View
      className={`gallery gallery-${columns}`}
      ariaRole="list"
      ariaLabel={CONTENT_WORDS.gallery}
    >
      {withKeys(images).map(({ key, member }, index) => (
        <Tile
          key={key}
          image={member}
          pixels={TILE_PIXELS[columns]}
          place={`${index + 1}/${images.length}`}
          onPreview={onPreview}
        />
      ))}
    </View>
  );
}

interface TileProps {
  image: GalleryBlock['images'][number];
  pixels: number;
  place: string;
  onPreview: (url: string) => void;
}

function Tile({ image, pixels, place, onPreview }: TileProps) {
  const [isDead, setDead] = useState(false);
  const { url, alt, caption, widths = [] } = image;
  const words = `${alt || caption || CONTENT_WORDS.picture}（${place}）`;
  return (
    <View className="tile" ariaRole="listitem">
      <View className="tile-frame">
        {isDead ? (
          <View
            className="tile-dead"
            ariaRole="button"
            ariaLabel={`${words}${CONTENT_WORDS.pictureFailed}`}
            onClick={() => setDead(false)}
          >
            <Icon name="picture" />
          </View>
        ) : (
          <Image
            className="tile-image"
            src={toMediaUrl(toPictureUrl(url, widths, pixels))}
            mode="aspectFill"
            lazyLoad
            webp
            ariaRole="img"
            ariaLabel={words}
            onClick={() => onPreview(toMediaUrl(url))}
            onError={() => setDead(true)}
          />
        )}
      </View>
      {caption && <Text className="tile-caption">{caption}</Text>}
    </View>
  );
}
