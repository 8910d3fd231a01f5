import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { Suspense } from 'react';
import { expect, it } from 'vitest';
import { connect, open } from '@/api/client';
import { createQueryClient } from '@/app/queryClient';
import { OPERATOR_TOKEN } from '@/demo/seed/credentials';
import { testDemo } from '@/demo/testing';
import { stubGateway } from '@/test/gateway';
import { useAccess } from './useAccess';
import { useSurroundings } from './useSurroundings';

function renderInApp<Result>(hook: () => Result) {
  stubGateway(testDemo().handle);
  connect(open('demo', { kind: 'token', token: OPERATOR_TOKEN }));
  const client = createQueryClient(0);
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>
      <Suspense>{children}</Suspense>
    </QueryClientProvider>
  );
  return { ...renderHook(hook, { wrapper }), client };
}

it('the surroundings stay the same until the server answers otherwise', async () => {
  const { result, rerender } = renderInApp(useSurroundings);
  await waitFor(() => expect(result.current).not.toBeNull());
  const before = result.current;
  rerender();
  expect(result.current).toBe(before);
});

it('who reaches a bucket is worked out once for an answer', async () => {
  const { result, rerender, client } = renderInApp(useAccess);
  await waitFor(() => expect(result.current?.buckets.length).toBeGreaterThan(0));
  await waitFor(() => expect(client.isFetching()).toBe(0));
  const access = result.current;
  const bucket = access?.buckets.find(({ name }) => name === 'airsensors');
  const names = access?.reachers(bucket?.id ?? '').map(({ credential }) => credential.name);
  expect(names).toContain("admin's Token");
  rerender();
  expect(client.isFetching()).toBe(0);
  expect(result.current).toBe(access);
});
