import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './PageFrame.css';

/** What every page stands in: its ground, and room below for the phone's own bar. */
export function PageFrame({ children }: { children: ReactNode }) {
  return <View className="page-frame">{children}</View>;
}
