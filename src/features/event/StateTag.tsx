import type { EventState } from '../../../rules/event-state.ts';
import { Tag, type TagTone } from '../../ui/Tag.tsx';
import { STATE_WORDS } from './event-words.ts';

const TONES: Record<EventState, TagTone> = {
  upcoming: 'river',
  ongoing: 'leaf',
  past: 'plain',
  postponed: 'amber',
  cancelled: 'primary',
};

export function StateTag({ state }: { state: EventState }) {
  return <Tag words={STATE_WORDS[state]} tone={TONES[state]} />;
}
