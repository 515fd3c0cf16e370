import type { WechatAnswer } from './answer.ts';

/** A subscribe message to one person. */
export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page with its query and without a leading slash; a card without it opens nothing. */
  page: string;
  /** By field (`thing1`), as the template names them. */
  data: Record<string, string>;
}

/** A template as WeChat's console has it. */
export interface TemplateInfo {
  id: string;
  title: string;
  isLongTerm: boolean;
  /** Fields in order: `thing1`, `time2` … */
  fields: string[];
}

/** The calls of WeChat's server API that are used here. None of them rejects. */
export interface WechatApi {
  /** code2Session. WeChat's session_key is read by nobody and kept nowhere. */
  redeemLoginCode: (code: string) => Promise<WechatAnswer<{ openid: string }>>;
  /** stable_token. @param isForced a new token, which ends the old one */
  fetchToken: (isForced: boolean) => Promise<WechatAnswer<{ token: string; expiresIn: number }>>;
  /** subscribe/send. `messageId` is what a later `subscribe_msg_sent_event` calls it. */
  sendMessage: (
    token: string,
    message: SubscribeMessage,
  ) => Promise<WechatAnswer<{ messageId: string | null }>>;
  /** The templates that the account has chosen. */
  listTemplates: (token: string) => Promise<WechatAnswer<TemplateInfo[]>>;
}
