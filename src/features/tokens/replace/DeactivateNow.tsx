import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ActionButton } from '@/components/ActionButton';
import { RequestPreview } from '@/components/RequestPreview';
import { typedNameOf } from '@/features/tokens/ChangeTokenDialog';
import { writeOf } from '@/lib/permissions';
import { replacedName } from '@/lib/replacementRecord';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { OldTokenConsequences } from './OldTokenConsequences';
import { changeCall } from './replacementTasks';
import type { StepProps } from './ReplacementFlow';
import { useOwnership } from './useOwnership';

export interface DeactivateNowProps extends StepProps<'retire'> {
  isDisabled: boolean;
}

export function DeactivateNow({ replacement, send, isDisabled }: DeactivateNowProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const { old, running } = replacement;
  const own = useOwnership(replacement);
  const name = replacedName(old);
  const deactivate = () => send({ type: 'deactivate' });
  if (old.status === 'inactive') {
    return (
      <Stack gap="xs">
        <Text>“{name}” is inactive already.</Text>
        <Group>
          <Button disabled={isDisabled} onClick={deactivate}>
            Go on
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Group>
      <ActionButton
        needs={writeOf('authorizations', { orgID: old.orgID, id: old.id })}
        disabledReason={isDisabled ? 'Try the new secret with its client first' : undefined}
        loading={running === 'deactivate'}
        onClick={open}
      >
        Deactivate the old token now
      </ActionButton>
      <ConfirmDialog
        title={`Deactivate ${name}`}
        opened={opened}
        onClose={close}
        confirmLabel="Deactivate token"
        typedName={own === 'no' ? undefined : typedNameOf(old)}
        onConfirm={() => {
          close();
          deactivate();
          return Promise.resolve();
        }}
      >
        <Stack gap="sm">
          <OldTokenConsequences action="deactivate" tokenId={old.id} />
          <RequestPreview calls={[changeCall('deactivate', replacement)]} />
        </Stack>
      </ConfirmDialog>
    </Group>
  );
}
