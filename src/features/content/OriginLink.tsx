import { View } from '@tarojs/components';
import { CONTENT_WORDS } from './content-words.ts';
import { openLink } from './open-link.ts';
import './OriginLink.css';

/** The way to the page on the site that a text came from; nothing at all where it has none. */
export function OriginLink({ url }: { url: string | undefined }) {
  if (!url) return null;
  return (
    <View
      className="origin-link"
      hoverClass="pressed"
      ariaRole="link"
      onClick={() => void openLink(url)}
    >
      {CONTENT_WORDS.origin}
    </View>
  );
}
