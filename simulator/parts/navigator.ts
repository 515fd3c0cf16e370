import type { Way } from '../host/host.ts';
import { HOVER_PROPERTIES } from './common-properties.ts';
import type { Part, PartElement } from './part.ts';
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
    ...HOVER_PROPERTIES,
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
    hoverStayTime: 600,
  },
  values: {
    openType: [...Object.keys(WAYS), 'navigateBack', 'exit'],
    target: ['self', 'miniProgram'],
  },
  tapped(part) {
    if (isDisabledInSinglePage('navigator')) return;
    // The program's own handlers of the tap come first.
    setTimeout(() => {
      const refused = follow(part);
      const errMsg = refused ? `navigator:fail ${refused}` : 'navigator:ok';
      part.trigger(refused ? 'fail' : 'success', { errMsg });
      part.trigger('complete', { errMsg });
    }, 0);
  },
};

/** Goes there. Gives the reason as text when WeChat would refuse or nothing is modelled. */
function follow({ properties }: PartElement): string | null {
  const { ledger, stack, setForeground } = partHost();
  const { target, delta } = properties;
  const openType = String(properties.openType);
  const url = String(properties.url ?? '');
  const fail = (source: 'program' | 'simulator', reason: string) => {
    ledger.addError('error', source, `navigator to ${url}: ${reason}`);
    return reason;
  };
  if (target === 'miniProgram') {
    if (openType !== 'exit') return fail('simulator', 'target="miniProgram" is not modelled');
    setForeground(false);
    return null;
  }
  if (openType === 'navigateBack') return stack.back(Number(delta));
  const way = WAYS[openType];
  if (!way) return fail('simulator', `open-type "${openType}" is not modelled by the simulator`);
  if (url === '') return fail('program', `it has no url, which open-type "${openType}" needs`);
  return stack.go(way, url);
}
