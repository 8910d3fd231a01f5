import '@/app/noEval';
import '@/app/mantineStyles';
import '@/app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { HttpError } from '@/api/errors';
import { App } from '@/app/App';
import { createRouter } from '@/app/router';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element to render into');
createRoot(root, {
  // What a server refuses is shown where it was asked for; the console is for our own faults.
  onCaughtError: (error) => {
    if (!(error instanceof HttpError)) reportError(error);
  },
}).render(
  <StrictMode>
    <App>
      <RouterProvider router={createRouter()} />
    </App>
  </StrictMode>,
);
