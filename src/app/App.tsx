import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Suspense, useState } from 'react';
import { describe } from '@/api/errors';
import { ErrorWordsContext } from '@/ui/errorWords';
import { Booting } from './Booting';
import { createQueryClient } from './queryClient';
import { cssVariables, theme } from './theme';

export interface AppProps {
  /** For tests: no transitions, portals in place. */
  env?: 'default' | 'test';
  children: ReactNode;
}

/** What every screen needs, signed in or not. */
export function App({ env = 'default', children }: AppProps) {
  const [client] = useState(() => createQueryClient());
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      env={env}
    >
      <ErrorWordsContext value={describe}>
        <QueryClientProvider client={client}>
          <Notifications position="bottom-right" limit={4} />
          <Suspense fallback={<Booting />}>{children}</Suspense>
        </QueryClientProvider>
      </ErrorWordsContext>
    </MantineProvider>
  );
}
