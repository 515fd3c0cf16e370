/** What this build was told (config/index.js). */
export const BUILD_SETTINGS = {
  transport: process.env.TARO_APP_TRANSPORT,
  /** Address of the endpoint, without a slash at its end. Pictures and attachments come from it with either transport. */
  endpoint: (process.env.TARO_APP_ENDPOINT ?? '').replace(/\/+$/, ''),
  cloudEnv: process.env.TARO_APP_CLOUD_ENV,
  cloudService: process.env.TARO_APP_CLOUD_SERVICE,
} as const;
