import type { Way } from '../host/host.ts';
import { createChannels } from '../host/program/event-channel.ts';
import { type Answer, type ApiGroup, async, Refusal } from './api.ts';

export const navigationApis: ApiGroup = ({ stack, guard }) => {
  const go = (way: Way) =>
    async(async ({ url, events }): Promise<Answer> => {
      await afterHandler();
      const channels = way === 'navigateTo' ? createChannels(events, guard) : null;
      const refused = stack.go(way, String(url ?? ''), channels?.opened);
      if (refused) return new Refusal(refused);
      return channels ? { eventChannel: channels.opener } : {};
    });
  return {
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    switchTab: go('switchTab'),
    reLaunch: go('reLaunch'),
    navigateBack: async(async ({ delta }) => {
      await afterHandler();
      const refused = stack.back(Number(delta ?? 1));
      return refused ? new Refusal(refused) : {};
    }),
  };
};

/** A page opens after the handler that asked for it has ended. */
function afterHandler(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
