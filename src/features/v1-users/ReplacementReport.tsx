import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import type { V1User } from '@/api/v1Users';
import { passwordProblem } from '@/lib/password';
import { paths } from '@/lib/paths';
import { permissionText } from '@/lib/permissions';
import type { V1Replacement } from '@/lib/v1Replacement';
import { retried } from '@/lib/v1Replacement';
import { NewPassword } from '@/ui/form/NewPassword';
import { endWords, retryLabel, stepText } from './replacementWords';
import type { Apply } from './useApply';

export interface ReplacementReportProps {
  v1User: V1User;
  apply: Apply;
}

/** How it stands after something failed, and what can be done. */
export function ReplacementReport({ v1User, apply }: ReplacementReportProps) {
  const { progress, left } = apply;
  if (!progress?.end || progress.end === 'applied') return null;
  const { title, text, severity } = endWords(progress.end, v1User.token);
  return (
    <Alert color={severity} variant="light" title={title} role="alert">
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        <List size="sm" spacing={2}>
          {progress.failures.map(({ step, message }) => (
            <List.Item key={step}>
              “{stepText(step, v1User.token)}” failed: {message}
            </List.Item>
          ))}
          {progress.end === 'restored' &&
            left.map((permission) => (
              <List.Item key={permissionText(permission)}>
                Not restored, as its bucket is gone: {permissionText(permission)}
              </List.Item>
            ))}
        </List>
        <WayOn v1User={v1User} apply={apply} progress={progress} />
      </Stack>
    </Alert>
  );
}

function WayOn({ apply, progress }: ReplacementReportProps & { progress: V1Replacement }) {
  const { server = '' } = useParams();
  const { password, setPassword, isRunning, run } = apply;
  const { end, newID, rehearsalID } = progress;
  const again = retried(progress);
  return (
    <>
      {again && end !== 'unknown' && (
        <NewPassword label="Password to set" value={password} onChange={setPassword} />
      )}
      <Group gap="xs">
        {again && end && (
          <Button
            size="xs"
            loading={isRunning}
            disabled={passwordProblem(password) !== null}
            onClick={() => void run(again)}
          >
            {retryLabel(end)}
          </Button>
        )}
        {newID !== undefined && (
          <Button size="xs" variant="default" component={Link} to={paths.v1User(server, newID)}>
            Open it under its new id
          </Button>
        )}
        {end === 'lost' && (
          <Anchor component={Link} to={paths.v1Users(server)} size="sm">
            To the list
          </Anchor>
        )}
        {rehearsalID !== undefined && (
          <Anchor component={Link} to={paths.v1User(server, rehearsalID)} size="sm">
            The rehearsal is left over, inactive: open it to delete it
          </Anchor>
        )}
      </Group>
    </>
  );
}
