import { MantineThemeProvider, Notification } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';

/** The close button of a message has no words of its own: it gets them in the user's language. */
export function MessageNames({ children }: { children: ReactNode }) {
  const { common } = useText();
  const components = { Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': common.close } } }) };
  return <MantineThemeProvider theme={{ components }}>{children}</MantineThemeProvider>;
}
