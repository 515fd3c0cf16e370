import type { ProblemCode } from '../../types/problem.ts';
import type { Failure } from './failure.ts';

/** What a reader is told of a failure: what happened, and what to do next. */
export interface FailureWords {
  title: string;
  advice: string;
  /** False where asking again can't help. */
  canRetry: boolean;
  /** For the reader to quote; only where the log can tell more. */
  reference?: string;
}

type Sentences = Omit<FailureWords, 'reference'>;
type TransportFailure = Exclude<Failure['kind'], 'problem' | 'status'>;

const BUSY: Sentences = {
  title: '服务暂时繁忙',
  advice: '不是您的手机有问题，请过一两分钟再试。',
  canRetry: true,
};
const TOO_NEW: Sentences = {
  title: '内容暂时无法显示',
  advice: '请重试；仍不行时，请退出小程序后重新进入，以更新到最新版本。',
  canRetry: true,
};
const GONE: Sentences = {
  title: '没有找到这篇内容',
  advice: '它可能已被撤下，请返回首页查看其他内容。',
  canRetry: false,
};

const TRANSPORT_WORDS: Record<TransportFailure, Sentences> = {
  offline: {
    title: '没有网络连接',
    advice: '请检查手机的无线网络或移动数据，连上后点“重试”。',
    canRetry: true,
  },
  timeout: { title: '等待的时间太长了', advice: '当前网络较慢，请稍后点“重试”。', canRetry: true },
  unreachable: {
    title: '连接不上服务器',
    advice: '请换一个网络，或稍后点“重试”。',
    canRetry: true,
  },
  intercepted: {
    title: '当前网络需要先登录',
    advice: '您可能连着公共无线网络，请先完成它的登录，或改用移动数据，再点“重试”。',
    canRetry: true,
  },
  'cut-off': {
    title: '内容没有接收完整',
    advice: '网络中途断开了，请点“重试”。',
    canRetry: true,
  },
  unexpected: TOO_NEW,
  'signed-out': {
    title: '登录已经失效',
    advice: '文章和活动仍可照常阅读；要看自己的通知，请先登录。',
    canRetry: false,
  },
};

const PROBLEM_WORDS: Record<ProblemCode, Sentences> = {
  invalid_request: {
    title: '这个链接不完整',
    advice: '请返回首页，从列表中重新打开。',
    canRetry: false,
  },
  unauthorized: {
    title: '需要重新登录',
    advice: '请点“重试”，会自动为您登录。',
    canRetry: true,
  },
  forbidden: {
    title: '暂时不能登录',
    advice: '微信认为这个账号有风险。文章和活动仍可照常阅读，请过几天再试。',
    canRetry: false,
  },
  not_found: GONE,
  method_not_allowed: TOO_NEW,
  payload_too_large: TOO_NEW,
  unsupported_media_type: TOO_NEW,
  too_many_requests: {
    title: '点得太快了',
    advice: '请等一分钟，再点“重试”。',
    canRetry: true,
  },
  unavailable: BUSY,
  internal: {
    title: '服务器出了点问题',
    advice: '我们的记录里已有这次错误，请稍后点“重试”。',
    canRetry: true,
  },
};

const WORDS_BY_CODE = new Map<string, Sentences>(Object.entries(PROBLEM_WORDS));

function toStatusSentences(status: number): Sentences {
  if (status === 404 || status === 410) return GONE;
  return status >= 500 || status === 429 ? BUSY : TOO_NEW;
}

/** The one table from failures to sentences. Total: every code and status, also those of a newer endpoint, has words. */
export function toFailureWords(failure: Failure): FailureWords {
  if (failure.kind === 'status') return toStatusSentences(failure.status);
  if (failure.kind !== 'problem') return TRANSPORT_WORDS[failure.kind];
  const { code, status, requestId } = failure;
  const words = WORDS_BY_CODE.get(code) ?? toStatusSentences(status);
  return status >= 500 ? { ...words, reference: requestId } : words;
}

/** Said above content that stays on the screen although it could not be renewed. */
export function toRefreshFailure({ title }: FailureWords): string {
  return `没有刷新成功：${title}。下面是先前的内容。`;
}
