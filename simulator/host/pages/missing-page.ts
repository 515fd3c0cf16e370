import { element } from '../element.ts';
import type { Screen } from '../screen/screen.ts';
import { WORDS } from '../words.ts';

/** Draws WeChat's own page for an address that leads nowhere, with the way home. */
export function drawMissingPage(screen: Screen, goHome: () => void): HTMLElement {
  const page = element('section', 'phone-page phone-missing');
  const home = element('button', 'phone-missing-home', WORDS.home);
  home.addEventListener('click', goHome);
  page.append(element('p', 'phone-missing-title', WORDS.missingPage), home);
  screen.pages.append(page);
  screen.tabs.select(-1);
  screen.showBar({
    title: '',
    background: '#ffffff',
    textStyle: 'black',
    button: 'home',
    custom: false,
    floating: false,
    loading: false,
  });
  return page;
}
