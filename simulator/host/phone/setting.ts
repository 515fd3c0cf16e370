/** What the person with the phone answers when WeChat asks. */
export type UserAnswers = {
  /** To wx.requestSubscribeMessage, by template id; `*` stands for all others. `ask` shows the sheet. */
  subscribe: Record<string, SubscribeAnswer | 'ask'>;
  /** Ticks 总是保持以上选择 with the answer. */
  rememberSubscribe: boolean;
  /** Choices of the past that 总是保持以上选择 keeps, by template id: these are not asked for again. */
  subscribeRemembered: Record<string, SubscribeAnswer>;
  /** WeChat's main switch for subscribe messages of this program. */
  subscribeSwitch: boolean;
  /** To the account's privacy guide; `ask` shows it. */
  privacy: 'agree' | 'refuse' | 'ask';
  /** Has agreed to the privacy guide before. */
  privacyAgreed: boolean;
  /** Grants of the past, by scope (`scope.writePhotosAlbum`); a scope that is missing is asked for. */
  permissions: Record<string, boolean>;
  /** To a question for a scope that is not in `permissions`; `ask` shows it. */
  permission: 'allow' | 'deny' | 'ask';
  /**
   * What the person does about messages in this program's settings, where they are switched off or refused for
   * good: `grant` turns them on, `leave` changes nothing, `ask` shows them.
   */
  settingsVisit: 'grant' | 'leave' | 'ask';
  /** What the camera reads when the program scans; null cancels. */
  scan: string | null;
};

export type SubscribeAnswer = 'accept' | 'acceptWithAudio' | 'reject' | 'ban' | 'filter';

/** For a phone in somebody's hand: whatever WeChat would ask is shown and waits for a tap. */
export const ASKED_ANSWERS: Partial<UserAnswers> = {
  subscribe: { '*': 'ask' },
  privacy: 'ask',
  permission: 'ask',
  settingsVisit: 'ask',
};

/** How the account is set up at WeChat. */
export type Account = {
  appId: string;
  /** Names of the wx functions that the privacy guide declares, as `setClipboardData`. */
  privacyGuide: string[];
  /** Message templates of the account, by id. */
  templates: Record<string, 'once' | 'long'>;
  /**
   * Registered origins for requests and downloads. Without it: every origin of the host map, as they are what
   * the test or preview says is there.
   */
  domains?: string[];
  /** Origins that a web-view may show. */
  businessDomains: string[];
};

export const DEFAULT_ANSWERS: UserAnswers = {
  subscribe: { '*': 'accept' },
  rememberSubscribe: false,
  subscribeRemembered: {},
  subscribeSwitch: true,
  privacy: 'agree',
  privacyAgreed: false,
  permissions: {},
  permission: 'allow',
  settingsVisit: 'leave',
  scan: null,
};

export const DEFAULT_ACCOUNT: Account = {
  appId: 'touristappid',
  privacyGuide: [],
  templates: {},
  businessDomains: [],
};
