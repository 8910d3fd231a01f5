import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from 'react-router-dom';
import { RequestPreview } from '@/components/RequestPreview';
import type { ApiCall } from '@/lib/apiCall';
import { FormActions } from '@/ui/form/FormActions';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import { userNameProblem } from './newUserValues';

export interface RenameFormProps {
  initial: string;
  takenNames: ReadonlySet<string>;
  cancelTo: string;
  onSubmit: (name: string) => Promise<unknown>;
  callsOf: (name: string) => readonly ApiCall[];
}

export function RenameForm(props: RenameFormProps) {
  const { initial, takenNames, cancelTo, onSubmit, callsOf } = props;
  const input = useInitialFocus<HTMLInputElement>();
  const problemOf = (name: string) => userNameProblem(name.trim(), takenNames);
  const form = useForm({
    initialValues: { name: initial },
    validate: { name: problemOf },
    validateInputOnBlur: true,
  });
  const { submit, refusal } = useSubmit(form, ({ name }) => onSubmit(name.trim()));
  const { name } = form.values;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <TextInput
          label="Name"
          ref={input}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...form.getInputProps('name')}
        />
        <FormActions label="Save" submitting={form.submitting} refusal={refusal}>
          <Button variant="default" component={Link} to={cancelTo}>
            Cancel
          </Button>
        </FormActions>
        <RequestPreview calls={problemOf(name) === null ? callsOf(name.trim()) : null} />
      </Stack>
    </form>
  );
}
