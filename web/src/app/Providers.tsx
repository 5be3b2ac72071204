import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Texts } from '../i18n/en';
import type { Language } from '../i18n/language';
import { TextProvider } from '../i18n/TextProvider';
import { colorScheme } from './colorScheme';
import { MessageNames } from './MessageNames';
import { nonce } from './nonce';
import { theme, variables } from './theme';

interface ProvidersProps {
  client: QueryClient;
  first: { language: Language; text: Texts };
  children: ReactNode;
}

export function Providers({ client, first, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} colorSchemeManager={colorScheme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <TextProvider first={first}>
          {children}
          <MessageNames>
            <Notifications position="bottom-right" />
          </MessageNames>
        </TextProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
