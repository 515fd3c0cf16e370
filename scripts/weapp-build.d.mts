export const WEAPP_DIR: string;
export function buildWeapp(options?: { always?: boolean }): Promise<void>;
