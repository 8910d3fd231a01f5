import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { v1ReplacementCalls } from '@/api/v1Replacement';
import type { V1User } from '@/api/v1Users';
import { RequestPreview } from '@/components/RequestPreview';
import { passwordProblem } from '@/lib/password';
import { permissionWords } from '@/lib/permissionWords';
import type { Permission } from '@/lib/permissions';
import { anyCovers, permissionText } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';
import type { V1Grants } from '@/lib/v1Grants';
import { NewPassword } from '@/ui/form/NewPassword';
import { CreationNeeds, useCreationNeeds } from './CreationNeeds';
import { InUse } from './InUse';
import { ReplacementSteps } from './ReplacementSteps';
import type { Apply } from './useApply';

export interface ApplyPanelProps {
  v1User: V1User;
  grants: V1Grants;
  around: Surroundings;
  apply: Apply;
  onDiscard: () => void;
}

/** What the chips change, what happens and in which order, and the password, before anything is removed. */
export function ApplyPanel({ v1User, around, apply, onDiscard }: ApplyPanelProps) {
  const { plan, password, setPassword, isRunning, run } = apply;
  const needs = useCreationNeeds({
    ...v1User,
    permissions: [...plan.permissions, ...plan.restorable],
  });
  const problem = passwordProblem(password);
  const isEmpty = plan.permissions.length === 0;
  return (
    <Paper withBorder p="md" component="section" aria-label="Apply changes">
      <Stack gap="sm">
        <Title order={3} size="h5">
          Unsaved changes
        </Title>
        <Changes v1User={v1User} after={plan.permissions} around={around} />
        {isEmpty ? (
          <Text size="sm">
            Nothing is left to hold: the server makes no v1 user without permissions. Deactivate or
            delete it instead.
          </Text>
        ) : (
          <>
            <ReplacementSteps name={v1User.token} progress={apply.progress} />
            <NewPassword
              label="Password"
              value={password}
              onChange={setPassword}
              error={password === '' ? undefined : problem}
            />
            <InUse v1User={v1User} password={password} />
            <CreationNeeds needs={[...new Set(needs)]} hasBuckets />
          </>
        )}
        <Group gap="xs">
          <Button
            onClick={() => void run()}
            loading={isRunning}
            disabled={isEmpty || problem !== null || needs.length > 0}
          >
            Apply changes
          </Button>
          <Button variant="default" onClick={onDiscard} disabled={isRunning}>
            Discard
          </Button>
        </Group>
        <RequestPreview calls={isEmpty || problem !== null ? null : v1ReplacementCalls(plan)} />
      </Stack>
    </Paper>
  );
}

interface ChangesProps {
  v1User: V1User;
  after: readonly Permission[];
  around: Surroundings;
}

function Changes({ v1User: { permissions: before }, after, around }: ChangesProps) {
  const gained = after.filter((permission) => !anyCovers(before, permission));
  const lost = before.filter((permission) => !anyCovers(after, permission));
  return (
    <List size="sm" spacing={2}>
      {gained.map((permission) => (
        <List.Item key={permissionText(permission)}>
          Gained: {permissionWords(permission, around)}
        </List.Item>
      ))}
      {lost.map((permission) => (
        <List.Item key={permissionText(permission)}>
          Lost: {permissionWords(permission, around)}
        </List.Item>
      ))}
    </List>
  );
}
