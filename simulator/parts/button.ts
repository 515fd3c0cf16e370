import { toPlainTarget } from '../host/events.ts';
import { shareToChat } from '../host/share-menu.ts';
import type { Part } from './part.ts';
import { partHost } from './part-host.ts';
import { isDisabledInSinglePage } from './single-page.ts';

/** A button; `open-type="share"` opens the page's share card. */
export const button: Part = {
  name: 'button',
  properties: {
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
    hoverClass: 'button-hover',
    name: '',
    lang: 'en',
    sessionFrom: '',
    sendMessageTitle: '',
    sendMessagePath: '',
    sendMessageImg: '',
    appParameter: '',
    showMessageCard: false,
    businessId: '',
    needShowEntrance: false,
    phoneNumberNoQuotaToast: true,
    createliveactivity: false,
    activityType: null,
    entrancePath: '',
  },
  changed({ dom }, name, value) {
    if (name === 'type' || name === 'size') dom.dataset[name] = String(value);
    if (name === 'plain' || name === 'disabled' || name === 'loading') {
      dom.classList.toggle(`is-${name}`, Boolean(value));
    }
  },
  tapped({ dom, properties, component }) {
    if (properties.disabled) return;
    const { openType, formType } = properties;
    if (openType && isDisabledInSinglePage(`button open-type="${openType}"`)) return;
    if (formType && dom.closest('wx-form') && isDisabledInSinglePage('form')) return;
    if (openType === 'share')
      void shareToChat(partHost(), 'button', toPlainTarget(component, 'tap'));
    else if (openType) {
      const { ledger } = partHost();
      ledger.addError(
        'error',
        'simulator',
        `button open-type="${openType}" is not modelled by the simulator`,
      );
    }
  },
};
