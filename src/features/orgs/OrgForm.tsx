import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from 'react-router-dom';
import { RequestPreview } from '@/components/RequestPreview';
import type { ApiCall } from '@/lib/apiCall';
import { FormActions } from '@/ui/form/FormActions';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import type { OrgValues } from './orgValues';
import { validateOrg } from './orgValues';

export interface OrgFormProps {
  initial: OrgValues;
  /** The org as it is, when there is one. */
  before?: OrgValues;
  takenNames: ReadonlySet<string>;
  submitLabel: string;
  cancelTo: string;
  onSubmit: (values: OrgValues) => Promise<unknown>;
  callsOf: (values: OrgValues) => readonly ApiCall[];
}

export function OrgForm(props: OrgFormProps) {
  const { initial, before, takenNames, callsOf } = props;
  const nameInput = useInitialFocus<HTMLInputElement>();
  const form = useForm({
    initialValues: initial,
    validate: (values) => ({ ...validateOrg(values, takenNames, before) }),
    validateInputOnBlur: true,
  });
  const { submit, refusal } = useSubmit(form, props.onSubmit);
  const isValid = validateOrg(form.values, takenNames, before).name === null;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <TextInput
          label="Name"
          ref={nameInput}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('name')}
        />
        <TextInput label="Description" autoComplete="off" {...form.getInputProps('description')} />
        <FormActions label={props.submitLabel} submitting={form.submitting} refusal={refusal}>
          <Button variant="default" component={Link} to={props.cancelTo}>
            Cancel
          </Button>
        </FormActions>
        <RequestPreview calls={isValid ? callsOf(form.values) : null} />
      </Stack>
    </form>
  );
}
