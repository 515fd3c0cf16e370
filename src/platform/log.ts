/** Notes something that a developer should see, in WeChat's own log. Readers never see it. */
export function logNotice(words: string): void {
  console.warn(words);
}
