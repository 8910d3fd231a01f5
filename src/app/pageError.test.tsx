import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { expect, it } from 'vitest';
import { App } from './App';
import { PageError } from './PageError';

function open(error: Error) {
  const fail = () => {
    throw error;
  };
  const router = createMemoryRouter([{ path: '/', loader: fail, errorElement: <PageError /> }]);
  render(
    <App env="test">
      <RouterProvider router={router} />
    </App>,
  );
}

it.each([
  'Unable to preload CSS for /assets/page.css',
  'Failed to fetch dynamically imported module: /assets/page.js',
])('a part that is gone after an update is loaded anew: %s', async (message) => {
  open(new TypeError(message));
  expect(await screen.findByText('A part of Headgate could not be loaded')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
});

it('any other failure can be tried again', async () => {
  open(new TypeError('Failed to fetch'));
  expect(await screen.findByText('The gateway does not answer')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
