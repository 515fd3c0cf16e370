import { toMediaPath } from '../../domain/media.ts';
import type { PageBase } from '../page.ts';
import { warnings } from '../words.ts';
import { type Fate, keepSource, type Wanted } from './keep-source.ts';
import { PAGE_LIMITS } from './limits.ts';
import { listWanted, type PageContent, toWantedKey } from './list-wanted.ts';
import { type MediaTally, toTally } from './media-tally.ts';
import { placeFiles } from './place-files.ts';
import type { MediaPorts } from './ports.ts';
import { isWeb, readSource } from './read-source.ts';

/** A page's content with its files on our storage. */
export interface KeptContent extends PageContent {
  /** A sentence for each file that was not kept; one for all spacers. */
  warnings: string[];
  tally: MediaTally;
}

/** Keeps one after the other until nothing is left, `atOnce` of these side by side. */
async function keepAll(
  wanted: readonly Wanted[],
  keep: (wanted: Wanted, index: number) => Promise<Fate>,
): Promise<Map<string, Fate>> {
  const fates = wanted.map((): Fate | undefined => undefined);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < wanted.length; index = next++)
      fates[index] = await keep(wanted[index] as Wanted, index);
  };
  await Promise.all(Array.from({ length: PAGE_LIMITS.atOnce }, work));
  return new Map(
    wanted.map(({ use, url }, index) => [toWantedKey(use, url), fates[index] as Fate]),
  );
}

/**
 * What an address gave before stays where it does not come this time, or is no longer what it was: a site that is
 * out of order must not take from an article what is on our storage.
 */
async function withFormer(fate: Fate, { use, url }: Wanted, ports: MediaPorts): Promise<Fate> {
  if (!isWeb(url) || fate.kind === 'spacer') return fate;
  const origin = toWantedKey(use, url);
  if (fate.kind === 'kept') {
    await ports.note(origin, fate.file.hash);
    return fate;
  }
  const former = await ports.recall(origin);
  if (former === undefined) return fate;
  const warning = warnings.keptFormer(url);
  return { kind: 'kept', url: toMediaPath(former), file: former, warning };
}

function toWarnings(fates: Iterable<Fate>, { spacers }: MediaTally): string[] {
  const sentences = [...fates].flatMap((fate) => ('warning' in fate ? [fate.warning] : []));
  return spacers === 0 ? sentences : [...sentences, warnings.spacers(spacers)];
}

/**
 * Brings the pictures, films, recordings and files of a page to our own storage, whether they lie beside it, inside of it
 * or on the web, each taken for what it is. Afterwards no block has a `file:` or `data:` address: what can't be kept is gone, its
 * words stay; what did not come from the web keeps its address there.
 *
 * @param clock milliseconds, for the limit of time
 */
export async function keepMedia(
  content: PageContent,
  base: PageBase,
  ports: MediaPorts,
  clock: () => number = () => performance.now(),
): Promise<KeptContent> {
  const wanted = listWanted(content, base);
  const { files, bytes: most, ms } = PAGE_LIMITS;
  const begunAt = clock();
  let taken = 0;
  const keep = async (one: Wanted, index: number): Promise<Fate> => {
    const kind = isWeb(one.url) ? 'remote' : 'dropped';
    if (index >= files || taken > most)
      return { kind, warning: warnings.pageLimit(one.name, files, most) };
    // Only what comes from elsewhere keeps us waiting.
    if (kind === 'remote' && clock() - begunAt >= ms)
      return { kind, warning: warnings.pageTime(one.name, ms) };
    const source = await readSource(one.url, base, ports);
    if (source.kind === 'read') taken += source.bytes.length;
    return keepSource(source, one, ports);
  };
  const fates = await keepAll(wanted, async (one, index) =>
    withFormer(await keep(one, index), one, ports),
  );
  const tally = toTally(
    wanted.map((one) => [one.use, fates.get(toWantedKey(one.use, one.url)) as Fate]),
  );
  return { ...placeFiles(content, fates), warnings: toWarnings(fates.values(), tally), tally };
}
