/// <reference types="@tarojs/taro" />
import type {} from '@tarojs/components/types/common';

declare module '@tarojs/components/types/common' {
  /** What config/accessibility.js adds to the templates. */
  interface StandardProps {
    ariaRole?: string;
    ariaLabel?: string;
    ariaHidden?: boolean;
    ariaLive?: 'polite' | 'assertive' | 'off';
    ariaSelected?: boolean;
    ariaLevel?: number;
  }
}
