import { queryOptions } from '@tanstack/react-query';
import type { HeadgateJson } from '@/lib/headgateJson';
import { headgateJson } from '@/lib/headgateJson';
import { basePath } from './client';

export type GatewayServer = HeadgateJson['servers'][number];

export const gatewayQueries = {
  /** What this Headgate is connected to. */
  configuration: queryOptions({
    queryKey: ['gateway', 'configuration'],
    queryFn: async ({ signal }) => {
      const response = await fetch(`${basePath()}headgate.json`, { signal });
      if (!response.ok) throw new Error(`headgate.json: ${response.status} ${response.statusText}`);
      return headgateJson.parse(await response.json());
    },
    staleTime: Infinity,
  }),
};
