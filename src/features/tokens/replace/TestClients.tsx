import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useParams } from 'react-router-dom';
import { ActionButton } from '@/components/ActionButton';
import { RequestPreview } from '@/components/RequestPreview';
import { typedNameOf } from '@/features/tokens/ChangeTokenDialog';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { replacedName } from '@/lib/replacementRecord';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { FailureAlert } from './FailureAlert';
import { OldTokenConsequences } from './OldTokenConsequences';
import { changeCall } from './replacementTasks';
import type { StepProps } from './ReplacementFlow';
import { TakeOver } from './TakeOver';
import { WaysBack } from './WaysBack';

/** The old one is off, and can be switched on again: time to see who complains. */
export function TestClients({ replacement, send }: StepProps<'test'>) {
  const { server = '' } = useParams();
  const { old, failure, running } = replacement;
  const [opened, { open, close }] = useDisclosure(false);
  const name = replacedName(old);
  return (
    <Stack gap="md" maw={720}>
      <Text>
        “{name}” is inactive. Test its clients now: one that still has the old secret is refused,
        its writes with “token is inactive”. Undoing makes the old token active again.
      </Text>
      <Text>
        When everything works, delete it: at once, or later. Headgate keeps this replacement among
        the tokens until then.
      </Text>
      <FailureAlert failure={failure} />
      <TakeOver replacement={replacement} send={send} />
      <Group gap="xs">
        <ActionButton
          needs={writeOf('authorizations', { orgID: old.orgID, id: old.id })}
          color="danger"
          variant="outline"
          loading={running === 'delete'}
          onClick={open}
        >
          Delete the old token
        </ActionButton>
        <Button variant="default" component={Link} to={paths.tokens(server)}>
          Delete it later
        </Button>
      </Group>
      <WaysBack replacement={replacement} send={send} />
      <ConfirmDialog
        title={`Delete ${name}`}
        opened={opened}
        onClose={close}
        confirmLabel="Delete token"
        typedName={typedNameOf(old)}
        onConfirm={() => {
          close();
          send({ type: 'delete' });
          return Promise.resolve();
        }}
      >
        <Stack gap="sm">
          <OldTokenConsequences action="delete" tokenId={old.id} />
          <RequestPreview calls={[changeCall('delete', replacement)]} />
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
}
