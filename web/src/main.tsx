import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onStaleCsrfToken } from './api/client';
import { createQueryClient } from './api/queryClient';
import { readSession, sessionQuery } from './api/session';
import { Providers } from './app/Providers';
import { createConsoleRouter } from './app/router';
import { language } from './i18n/language';
import { loadTexts } from './i18n/useText';

const client = createQueryClient();
onStaleCsrfToken(async () => {
  const before = client.getQueryData(sessionQuery.queryKey)?.user?.id;
  const { user } = await readSession(client);
  // Somebody else has signed in beside this page: nothing that it shows is theirs.
  if (user?.id !== before) window.location.reload();
  return user?.csrf_token ?? null;
});

// Asked for at once, while the language loads.
void client.query(sessionQuery).catch(() => undefined);
const first = { language: language(), text: await loadTexts(language()) };
document.documentElement.lang = first.language;
// The first paint's colour, from public/theme.js: from here on the styles know it.
document.documentElement.style.removeProperty('background-color');

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no place for the console.');
createRoot(place).render(
  <StrictMode>
    <Providers client={client} first={first}>
      <RouterProvider router={createConsoleRouter(client)} />
    </Providers>
  </StrictMode>,
);
