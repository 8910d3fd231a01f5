import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useParams, useRevalidator, useRouteError } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { ErrorDetail } from '@/ui/ErrorDetail';
import { useErrorWords } from '@/ui/errorWords';

/** The browser's words for a piece of the app that it could not load: the gateway is gone, or has a newer version. */
const missingPart = /preload CSS|dynamically imported module|importing a module script/i;

const missingWords = {
  title: 'A part of Headgate could not be loaded',
  detail: 'Headgate does not answer, or it has been updated since this page was opened.',
};

/** A screen that failed as a whole. */
export function PageError() {
  const error = useRouteError();
  const { server } = useParams();
  const { reset } = useQueryErrorResetBoundary();
  const { revalidate } = useRevalidator();
  const isPartMissing = error instanceof Error && missingPart.test(error.message);
  const describe = useErrorWords();
  const words = isPartMissing ? missingWords : describe(error);
  const retry = () => {
    if (isPartMissing) {
      window.location.reload();
      return;
    }
    reset();
    void revalidate();
  };
  return (
    <Stack p="xl" maw={640} mx="auto">
      <Alert
        color="danger"
        variant="light"
        icon={<IconAlertTriangle />}
        title={words.title}
        role="alert"
      >
        <Stack gap="sm" align="flex-start">
          <ErrorDetail words={words} />
          <Group gap="xs">
            <Button variant="default" onClick={retry}>
              {isPartMissing ? 'Reload' : 'Try again'}
            </Button>
            {server !== undefined && (
              <Button variant="subtle" component={Link} to={paths.signIn(server)}>
                Other server or credential
              </Button>
            )}
          </Group>
        </Stack>
      </Alert>
    </Stack>
  );
}
