import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { V1_USER } from '@/demo/seed/credentials';
import { renderRoute } from '@/test/renderRoute';

test('a v1 user picks one of its databases', async () => {
  const { user, here } = await renderRoute('/servers/demo/databases', {
    as: { kind: 'v1', ...V1_USER },
  });
  const page = await screen.findByRole('main');
  await screen.findByRole('heading', { name: 'Databases' });
  expect(page).toHaveTextContent('ts-bucket');
  await user.click(screen.getByRole('link', { name: 'ts-bucket' }));
  await waitFor(() => expect(here()).toBe('/servers/demo/databases/ts-bucket/explorer'));
});
