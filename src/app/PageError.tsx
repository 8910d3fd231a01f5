import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useParams, useRevalidator, useRouteError } from 'react-router-dom';
import { describe } from '@/api/errors';
import { paths } from '@/lib/paths';

/** A screen that failed as a whole. */
export function PageError() {
  const error = useRouteError();
  const { server } = useParams();
  const { reset } = useQueryErrorResetBoundary();
  const { revalidate } = useRevalidator();
  const { title, detail } = describe(error);
  const retry = () => {
    reset();
    void revalidate();
  };
  return (
    <Stack p="xl" maw={640} mx="auto">
      <Alert color="danger" variant="light" icon={<IconAlertTriangle />} title={title} role="alert">
        <Stack gap="sm" align="flex-start">
          {detail !== undefined && <Text>{detail}</Text>}
          <Group gap="xs">
            <Button variant="default" onClick={retry}>
              Try again
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
