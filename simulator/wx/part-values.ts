/**
 * Values that a property of a part can have, by part and property, as far as the part works with
 * them here (component/button.html and its like).
 */
export const PART_VALUES: Readonly<Record<string, readonly string[]>> = {
  'button.size': ['default', 'mini'],
  'button.type': ['default', 'primary', 'warn'],
  'button.formType': ['submit', 'reset'],
  'button.openType': ['share', 'contact', 'feedback', 'openSetting'],
  'navigator.target': ['self', 'miniProgram'],
  'navigator.openType': [
    ...['navigate', 'redirect', 'switchTab', 'reLaunch', 'navigateBack', 'exit'],
  ],
  'input.type': ['text', 'number', 'idcard', 'digit'],
  'picker.mode': ['selector', 'multiSelector', 'time', 'date'],
  'text.space': ['nbsp', 'ensp', 'emsp'],
  'text.overflow': ['visible', 'clip', 'fade', 'ellipsis'],
  'image.mode': [
    ...['scaleToFill', 'aspectFit', 'aspectFill', 'widthFix', 'heightFix', 'top', 'bottom'],
    ...['center', 'left', 'right', 'top left', 'top right', 'bottom left', 'bottom right'],
  ],
};
