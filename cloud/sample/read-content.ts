import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';

/** A text file of the content folder. */
export interface ContentFile {
  /** Relative to the content folder, for people. */
  name: string;
  /** Absolute. */
  path: string;
  /** File name without its extension. */
  slug: string;
  extension: string;
  text: string;
}

export interface ArticleFile extends ContentFile {
  channelId: string;
  format: 'text' | 'html';
}

const FORMATS: Record<string, ArticleFile['format']> = { '.txt': 'text', '.html': 'html' };

async function readFolder(root: string, folder: string): Promise<ContentFile[]> {
  const names = (await readdir(join(root, folder))).filter((name) => !name.startsWith('.')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(root, folder, name);
      const extension = extname(name);
      const slug = basename(name, extension);
      return {
        name: relative(root, path),
        path,
        slug,
        extension,
        text: await readFile(path, 'utf8'),
      };
    }),
  );
}

/** `articles/<channelId>/<slug>.txt|html`, in a steady order. */
export async function readArticleFiles(root: string): Promise<ArticleFile[]> {
  const entries = await readdir(join(root, 'articles'), { withFileTypes: true });
  const channels = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const files = await Promise.all(
    channels.map(async (channelId) =>
      (await readFolder(root, join('articles', channelId))).flatMap((file): ArticleFile[] => {
        const format = FORMATS[file.extension];
        return format === undefined ? [] : [{ ...file, channelId, format }];
      }),
    ),
  );
  return files.flat();
}

/** `events/<slug>.json`, in a steady order. */
export async function readEventFiles(root: string): Promise<ContentFile[]> {
  return (await readFolder(root, 'events')).filter((file) => file.extension === '.json');
}
