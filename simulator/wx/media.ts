import { showImages } from '../host/screen/overlays.ts';
import { type ApiGroup, async, Refusal } from './api.ts';
import { DEVICE_WORDS } from './device-words.ts';
import { isLocalPath } from './local-path.ts';
import { askPermission } from './permissions.ts';
import { wrongType } from './refusals.ts';
import { say } from './say.ts';

type Source = { url: string; type?: string };

/** Pictures that are shown large, and kept. */
export const mediaApis: ApiGroup = (host) => ({
  previewImage: async(({ urls, current }) => {
    if (!Array.isArray(urls)) return wrongType('urls', 'Array', urls);
    const list = urls.map(String);
    if (list.length === 0) return new Refusal('parameter error: urls is empty');
    const index = typeof current === 'number' ? current : list.indexOf(String(current));
    host.ledger.addEffect('images', { urls: list, current: Math.max(0, index) });
    showImages(host, list, Math.max(0, index));
    return {};
  }),
  previewMedia: async(({ sources, current }) => {
    if (!Array.isArray(sources)) return wrongType('sources', 'Array', sources);
    const urls = (sources as Source[]).map(({ url }) => String(url));
    if (urls.length === 0) return new Refusal('parameter error: sources is empty');
    host.ledger.addEffect('images', { sources, current: Number(current ?? 0) });
    showImages(host, urls, Number(current ?? 0));
    return {};
  }),
  saveImageToPhotosAlbum: async(async ({ filePath }) => {
    if (typeof filePath !== 'string') return wrongType('filePath', 'String', filePath);
    if (!isLocalPath(filePath)) return new Refusal('invalid file path');
    const refused = await askPermission(host, 'scope.writePhotosAlbum');
    if (refused) return refused;
    host.ledger.addEffect('album', { filePath });
    say(host, DEVICE_WORDS.saved);
    return {};
  }),
});
