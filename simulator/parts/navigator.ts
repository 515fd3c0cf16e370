import type { Way } from '../host/host.ts';
import type { Part } from './part.ts';
import { partHost } from './part-host.ts';
import { isDisabledInSinglePage } from './single-page.ts';

const WAYS: Record<string, Way> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
};

/** A link to another page. */
export const navigator: Part = {
  name: 'navigator',
  properties: {
    url: '',
    openType: 'navigate',
    delta: 1,
    target: 'self',
    appId: '',
    path: '',
    extraData: null,
    version: 'release',
    shortLink: '',
    hoverClass: 'navigator-hover',
  },
  tapped(part) {
    if (isDisabledInSinglePage('navigator')) return;
    const { url, openType, delta } = part.properties;
    const { stack } = partHost();
    setTimeout(() => {
      const way = WAYS[String(openType)];
      const refused =
        openType === 'navigateBack'
          ? stack.back(Number(delta))
          : way
            ? stack.go(way, String(url))
            : `open-type "${String(openType)}" is not modelled by the simulator`;
      if (refused) {
        part.trigger('fail', { errMsg: `navigator:fail ${refused}` });
        partHost().ledger.addError('error', 'program', `navigator to ${String(url)}: ${refused}`);
      } else part.trigger('success', { errMsg: 'navigator:ok' });
    }, 0);
  },
};
