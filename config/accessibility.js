/**
 * Taro's templates carry no aria attribute by themselves (Taro #10025); `@tarojs/plugin-inject` adds the ones that WeChat
 * reads (base library 2.7.1) to the parts used here. An empty string stands for "no default".
 */
const ARIA = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '', 'aria-live': '' };

export const ariaComponents = {
  View: { ...ARIA, 'aria-selected': '', 'aria-level': '' },
  Text: ARIA,
  Image: ARIA,
  Button: ARIA,
  ScrollView: ARIA,
};
