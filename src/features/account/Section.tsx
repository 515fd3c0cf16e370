import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import './Section.css';

/** A card with what it is about above it. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View>
      <SectionTitle words={title} />
      <View className="account-card">{children}</View>
    </View>
  );
}
