import type { Store } from '../store/store.ts';
import type { MediaLinks } from './media-links.ts';

/** What the routes work with; handed in by `app.ts`. */
export interface RouteContext {
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  links: MediaLinks;
}
