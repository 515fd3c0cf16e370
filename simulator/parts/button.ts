import { toPlainTarget } from '../host/program/events.ts';
import { shareToChat } from '../host/sharing/share-menu.ts';
import { HOVER_PROPERTIES } from './common-properties.ts';
import { resetForm, submitForm } from './form.ts';
import { notePartNotModelled } from './not-modelled.ts';
import type { Part, PartElement } from './part.ts';
import { partNear } from './part-at.ts';
import { partHost } from './part-host.ts';
import { isDisabledInSinglePage } from './single-page.ts';

/** A button; `form-type` works on its form, `open-type` opens something of WeChat's. */
export const button: Part = {
  name: 'button',
  properties: {
    ...HOVER_PROPERTIES,
    hoverClass: 'button-hover',
    hoverStartTime: 20,
    hoverStayTime: 70,
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
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
  values: {
    size: ['default', 'mini'],
    type: ['default', 'primary', 'warn'],
    formType: ['submit', 'reset'],
    openType: ['share', 'contact', 'feedback', 'openSetting'],
  },
  changed({ dom }, name, value) {
    if (name === 'type' || name === 'size') dom.dataset[name] = String(value);
    if (name === 'plain' || name === 'disabled' || name === 'loading') {
      dom.classList.toggle(`is-${name}`, Boolean(value));
    }
  },
  tapped(part) {
    if (part.properties.disabled) return;
    const { formType, openType } = part.properties;
    const form = partNear(part.dom, 'form');
    const target = toPlainTarget(part.component, 'tap');
    if (form && formType && isDisabledInSinglePage('form')) return;
    if (form && formType === 'submit') submitForm(form, target);
    if (form && formType === 'reset') resetForm(form, target);
    if (!openType || isDisabledInSinglePage(`button open-type="${openType}"`)) return;
    open(part, String(openType));
  },
  activated(part) {
    const options = { bubbles: true, composed: true, capturePhase: true };
    if (!part.properties.disabled) part.component.triggerEvent('tap', {}, options);
  },
};

/** component/button.html, `open-type`. */
function open(part: PartElement, openType: string): void {
  const host = partHost();
  const { sessionFrom, sendMessageTitle, sendMessagePath } = part.properties;
  if (openType === 'share') void shareToChat(host, 'button', toPlainTarget(part.component, 'tap'));
  else if (openType === 'contact') {
    host.ledger.addEffect('service', { openType, sessionFrom, sendMessageTitle, sendMessagePath });
  } else if (openType === 'feedback') host.ledger.addEffect('service', { openType });
  else if (openType === 'openSetting') {
    void host.openSetting().then((authSetting) => {
      part.trigger('opensetting', { errMsg: 'openSetting:ok', authSetting });
    });
  } else {
    notePartNotModelled(`button open-type="${openType}"`);
  }
}
