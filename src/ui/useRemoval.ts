import type { UseMutationOptions } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';

/**
 * Removes a thing and leaves its page once the server has said yes, before everything is read again: the page would
 * ask for what is gone. `leave` has to be done when it resolves (`flushSync` of the router).
 */
export function useRemoval<Variables>(
  options: UseMutationOptions<undefined, Error, Variables>,
  leave: () => void | Promise<void>,
): (variables: Variables) => Promise<undefined> {
  const { mutationFn } = options;
  const { mutateAsync } = useMutation({
    ...options,
    mutationFn: async (variables, context) => {
      await mutationFn?.(variables, context);
      await leave();
      return undefined;
    },
  });
  return mutateAsync;
}
