/** 隐私说明, and where to turn to. */
export const PRIVACY_WORDS = {
  title: '隐私与投诉',
  guide: '隐私说明',
  feedback: '意见反馈与投诉',
  feedbackAdvice: '由微信提供，可以反馈问题，也可以投诉。',
  hotline: '12338 妇女维权热线',
  hotlineAdvice: '权益受到侵害时，可以拨打求助。',
  call: '拨打 12338',
  callFailed: '现在打不了电话，请记下号码 12338 后拨打',
} as const;

export const HOTLINE = '12338';

/** Questions that a reader may have, each with its answer. */
export const PRIVACY_ANSWERS: readonly { question: string; answer: string }[] = [
  {
    question: '存什么',
    answer:
      '只有登录后才会存：微信提供的用户标识（加密保存）、您订阅的项目、还能收几条通知的额度记录、收到的通知（包括是否读过）和登录记录。',
  },
  {
    question: '为什么',
    answer: '为了把您要的通知发到您的微信，并记住还能发几条。不用作其他用途，也不提供给别人。',
  },
  {
    question: '存多久',
    answer:
      '存到您删除为止。登录每次两小时内有效。删除后立即从服务器清除，备份里的会在 30 天内一并清除。',
  },
  {
    question: '不满意找谁',
    answer: '点下面的“意见反馈与投诉”告诉我们。维护权益需要帮助，可以拨打 12338。',
  },
];
