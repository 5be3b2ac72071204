import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { theme, variables } from '../app/theme';
import { en } from '../i18n/en';
import { TextContext } from '../i18n/useText';

/** Renders a part of the console in English, with what is around every page. */
export function renderPart(part: ReactElement, client = new QueryClient({ defaultOptions: { queries: { retry: false } } })) {
  return render(part, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <MantineProvider theme={theme} cssVariablesResolver={variables} env="test">
          <TextContext value={{ language: 'en', text: en }}>{children}</TextContext>
        </MantineProvider>
      </QueryClientProvider>
    ),
  });
}
