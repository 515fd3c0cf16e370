/** What WeChat tells about subscribe messages. `key` is the same for a push that comes again. */
export type PushEvent =
  /** The person refused the template in WeChat's own settings: `subscribe_msg_change_event`. */
  | { kind: 'rejected'; openid: string; templateId: string; key: string }
  /** What became of a message: `subscribe_msg_sent_event`; `errorCode` 0 is delivered. */
  | {
      kind: 'result';
      openid: string;
      templateId: string;
      messageId: string;
      errorCode: number;
      key: string;
    }
  /** What the person answered when asked: `subscribe_msg_popup_event`. */
  | {
      kind: 'answered';
      openid: string;
      templateId: string;
      status: 'accept' | 'reject';
      key: string;
    };
