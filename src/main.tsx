import '@/app/noEval';
import '@/app/mantineStyles';
import '@/app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { App } from '@/app/App';
import { createRouter } from '@/app/router';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element to render into');
createRoot(root).render(
  <StrictMode>
    <App>
      <RouterProvider router={createRouter()} />
    </App>
  </StrictMode>,
);
