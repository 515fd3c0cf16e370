import { type ApiGroup, Refusal, task } from './api.ts';
import { toData } from './http-message.ts';
import { createHttpTask, settleTask } from './http-task.ts';
import { noteSecrets } from './login.ts';
import { noteNotModelled, toNotModelled } from './not-modelled.ts';

const CHUNKED = ['onChunkReceived', 'offChunkReceived'];

/** wx.request: any status is a success, as in WeChat. */
export const requestApis: ApiGroup = (host) => ({
  request: task((options, settle) => {
    const request = createHttpTask(host, 'request', options);
    const members = {
      ...request.members,
      ...toNotModelled(host, CHUNKED, 'request: RequestTask.'),
    };
    if (options.enableChunked === true) {
      const reason = noteNotModelled(host, 'request with enableChunked');
      void Promise.resolve(new Refusal(reason)).then(settle);
      return members;
    }
    settleTask(
      host,
      request,
      ({ bytes, ...head }) => {
        noteSecrets(host, bytes, String(options.url));
        return { ...head, data: toData(bytes, options) };
      },
      settle,
    );
    return members;
  }),
});
