import { createBrowserRouter } from 'react-router-dom';
import { basePath } from '@/api/client';
import { routes } from './routes';

export function createRouter() {
  return createBrowserRouter(routes, { basename: basePath() });
}
