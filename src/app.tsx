import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { createQueryClient } from './platform/query-client.ts';
import './ui/sizes.css';
import './ui/tokens.css';
import './app.css';

const queryClient = createQueryClient();

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
