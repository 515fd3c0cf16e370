import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Notice } from '../../../types/notice.ts';
import { openSubject } from '../../platform/navigation.ts';
import { markRead } from './mark-read.ts';

/** Opens what a notice is about, and marks it as read. Where that was removed the notice has been read by now. */
export function useOpenNotice(): (notice: Notice) => void {
  const client = useQueryClient();
  return useCallback(
    ({ id, subject }: Notice) => {
      void markRead(client, id);
      if (subject) void openSubject(subject);
    },
    [client],
  );
}
