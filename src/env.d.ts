/** Replaced by their values when Taro builds (config/index.js): a mini-program has no `process`. */
declare const process: {
  env: {
    TARO_APP_TRANSPORT: string;
    TARO_APP_ENDPOINT: string;
    TARO_APP_CLOUD_ENV: string;
    TARO_APP_CLOUD_SERVICE: string;
  };
};

declare module '*.css';

/** The timers of WeChat's script engine. Handles are opaque. */
declare function setTimeout(run: () => void, milliseconds?: number): number;
declare function clearTimeout(handle: number): void;

/** WeChat's own log, as its developer tools show it. */
declare const console: { warn(words: string): void };
