import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import 'dayjs/locale/fr';
import type { ReactNode } from 'react';
import { styleNonce } from './nonce';
import { theme, variables } from './theme';

type Props = { queries: QueryClient; children: ReactNode; env?: 'default' | 'test' };

export function Providers({ queries, children, env = 'default' }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      forceColorScheme="light"
      env={env}
      getStyleNonce={styleNonce}
    >
      <DatesProvider settings={{ locale: 'fr', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queries}>
          {children}
          {/* One at a time, at the foot of the rail: what is being worked on is not covered. */}
          <Notifications position="bottom-left" limit={1} containerWidth="11.5rem" />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
