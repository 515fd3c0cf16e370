import type { Host } from '../host/host.ts';
import { askPerson } from '../host/screen/question-sheet.ts';
import { QUESTION_WORDS } from '../host/screen/question-words.ts';
import { type ApiGroup, async, type Options, Refusal } from './api.ts';
import { noTap } from './refusals.ts';

export const permissionApis: ApiGroup = (host) => ({
  getSetting: async((options) => settingOf(host, options)),
  openSetting: async(async (options) => {
    if (!host.gesture.isTap) return noTap();
    await openSettings(host);
    return settingOf(host, options);
  }),
  authorize: async(async ({ scope }) => {
    const name = String(scope);
    if (!(name in QUESTION_WORDS.scopes)) return new Refusal('invalid scope');
    return (await askPermission(host, name)) ?? {};
  }),
});

/**
 * Shows the settings: the person may grant what was refused, scopes and messages. Gives the scopes as they are
 * then.
 */
export async function openSettings(host: Host): Promise<Record<string, boolean>> {
  const { permissions } = host.user;
  for (const [scope, granted] of Object.entries(permissions)) {
    if (!granted) permissions[scope] = await ask(host, scope);
  }
  await visitMessages(host);
  return { ...permissions };
}

/** The part of the settings about messages: the main switch, and templates that were refused for good. */
async function visitMessages(host: Host): Promise<void> {
  const { user } = host;
  const remembered = Object.entries(user.subscribeRemembered);
  const refused = remembered.filter(([, answer]) => answer === 'reject').map(([id]) => id);
  const { receive, messages, allow, cancel } = QUESTION_WORDS;
  const off = [...(user.subscribeSwitch ? [] : [receive]), ...refused];
  if (off.length === 0 || user.settingsVisit === 'leave') return;
  const granted =
    user.settingsVisit === 'grant'
      ? off
      : (await askPerson(host, { heading: messages, choices: off, yes: allow, no: cancel })).chosen;
  if (granted.includes(receive)) user.subscribeSwitch = true;
  for (const id of refused) if (granted.includes(id)) user.subscribeRemembered[id] = 'accept';
}

/**
 * Asks for a scope, unless the person has answered before. Null is a yes; a no answers at once the
 * next time too, as the person changes it in the settings alone.
 */
export async function askPermission(host: Host, scope: string): Promise<Refusal | null> {
  const { permissions } = host.user;
  if (permissions[scope] === undefined && !host.ledger.hasInteraction()) {
    host.ledger.breakRule('permission.start', `${scope} is asked for before the first tap`);
  }
  permissions[scope] ??= await ask(host, scope);
  return permissions[scope] ? null : new Refusal('auth deny');
}

async function ask(host: Host, scope: string): Promise<boolean> {
  const answer = host.user.permission;
  if (answer !== 'ask') return answer === 'allow';
  const { permission, scopes, allow, refuse } = QUESTION_WORDS;
  const text = scopes[scope] ?? scope;
  return (await askPerson(host, { heading: permission, text, yes: allow, no: refuse })).yes;
}

/** Scopes that were asked for, and where wanted the kept choices about messages. */
function settingOf({ user }: Host, { withSubscriptions }: Options) {
  const authSetting = { ...user.permissions };
  if (withSubscriptions !== true) return { authSetting };
  const { subscribeSwitch: mainSwitch, subscribeRemembered } = user;
  return {
    authSetting,
    subscriptionsSetting: { mainSwitch, itemSettings: { ...subscribeRemembered } },
  };
}
