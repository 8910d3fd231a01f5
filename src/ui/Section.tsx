import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { ErrorDetail } from './ErrorDetail';
import { useErrorWords } from './errorWords';
import { LoadingLines } from './LoadingLines';

export interface SectionProps {
  title?: string;
  /** Beside the title. */
  actions?: ReactNode;
  /** Lines of the skeleton shown while the content loads. */
  lines?: number;
  /** Says it better than the server's words; undefined for errors it knows nothing of. */
  explain?: (error: unknown) => ReactNode | undefined;
  children: ReactNode;
}

/** An independent piece of a page: loading and failing stay inside it. */
export function Section({ title, actions, lines = 3, explain, children }: SectionProps) {
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      {title !== undefined && (
        <Group justify="space-between" mih={30}>
          <Title order={2} size="h4">
            {title}
          </Title>
          {actions}
        </Group>
      )}
      <QueryErrorResetBoundary>
        {({ reset }) => (
          <ErrorBoundary
            onReset={reset}
            fallbackRender={({ error, resetErrorBoundary }) =>
              explain?.(error) ?? <Failure error={error} onRetry={resetErrorBoundary} />
            }
          >
            <Suspense fallback={<LoadingLines lines={lines} />}>{children}</Suspense>
          </ErrorBoundary>
        )}
      </QueryErrorResetBoundary>
    </Stack>
  );
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useErrorWords()(error);
  return (
    <Alert color="danger" variant="light" title={words.title} role="alert">
      <Stack gap="xs" align="flex-start">
        <ErrorDetail words={words} />
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      </Stack>
    </Alert>
  );
}
