import { QueryClientProvider } from '@tanstack/react-query';
import { type PropsWithChildren, useEffect } from 'react';
import { keepSendingReports } from './features/notice/pending-reports.ts';
import { createQueryClient } from './platform/query-client.ts';
import './ui/sizes.css';
import './ui/tokens.css';
import './app.css';

const queryClient = createQueryClient();

export default function App({ children }: PropsWithChildren) {
  useEffect(() => keepSendingReports(queryClient), []);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
