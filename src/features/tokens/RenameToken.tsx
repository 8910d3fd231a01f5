import { Button, Paper, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { tokenCalls, tokenMutations } from '@/api/tokens';
import { RequestPreview } from '@/components/RequestPreview';
import { FormActions } from '@/ui/form/FormActions';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import type { TokenRow } from './tokenRows';

export interface RenameTokenProps {
  row: TokenRow;
  onClose: () => void;
}

export function RenameToken({ row, onClose }: RenameTokenProps) {
  const { id } = row;
  const { mutateAsync } = useMutation(tokenMutations.update);
  const input = useInitialFocus<HTMLInputElement>();
  const form = useForm({ initialValues: { description: row.description } });
  const changeOf = ({ description }: { description: string }) => ({
    id,
    patch: { description: description.trim() },
  });
  const { submit, refusal } = useSubmit(form, async (values) => {
    await mutateAsync(changeOf(values));
    onClose();
  });
  const isChanged = form.values.description.trim() !== row.description;
  return (
    <Paper withBorder p="md" mb="md">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            ref={input}
            label="Description"
            description="What it is for, so that the next person knows whether it may go"
            autoComplete="off"
            maw={520}
            {...form.getInputProps('description')}
          />
          <FormActions
            label="Save"
            submitting={form.submitting}
            refusal={refusal}
            disabled={!isChanged}
          >
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </FormActions>
          <RequestPreview calls={isChanged ? [tokenCalls.update(changeOf(form.values))] : null} />
        </Stack>
      </form>
    </Paper>
  );
}
