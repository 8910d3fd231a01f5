import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import type { StepProps } from './ReplacementFlow';
import { forgetReplacement } from './replacementStore';

/** The way out that changes nothing: both tokens stay, and Headgate thinks of it no more. */
export function KeepBoth({ replacement }: Pick<StepProps, 'replacement'>) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  const { old, running } = replacement;
  const end = async () => {
    await navigate(paths.token(server, old.id));
    forgetReplacement(server, old.id);
  };
  return (
    <>
      <Button variant="subtle" color="gray" disabled={running !== undefined} onClick={open}>
        Keep both tokens
      </Button>
      <ConfirmDialog
        title="Keep both tokens"
        opened={opened}
        onClose={close}
        confirmLabel="End the replacement"
        onConfirm={end}
      >
        <Text>
          Both tokens stay as they are now, and Headgate forgets this replacement, the new secret in
          this tab too.
        </Text>
      </ConfirmDialog>
    </>
  );
}
