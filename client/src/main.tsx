import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/charts/styles.css';
import '@fontsource-variable/source-sans-3';
import './app/global.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { shareNonce } from './app/nonce';
import { Providers } from './app/Providers';
import { createQueries } from './app/queries';
import { createAppRouter, linkSessionTo } from './app/router';

shareNonce();
const queries = createQueries();
const router = createAppRouter(queries);
linkSessionTo(router, queries);

const root = document.getElementById('racine');
if (!root) throw new Error('index.html has no #racine.');
createRoot(root).render(
  <StrictMode>
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
