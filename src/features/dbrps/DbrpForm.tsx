import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';

import { Link } from 'react-router-dom';
import { BucketSelect } from '@/components/BucketSelect';
import { RequestPreview } from '@/components/RequestPreview';
import type { ApiCall } from '@/lib/apiCall';
import type { Mapping } from '@/lib/dbrpArbitration';
import { FormActions } from '@/ui/form/FormActions';
import { useSubmit } from '@/ui/form/useSubmit';
import type { DbrpValues } from './dbrpValues';
import { suggested, validateDbrp } from './dbrpValues';
import { RouteChanges } from './RouteChanges';
import type { SeenMappings } from './useMappedOrg';

export interface DbrpFormProps {
  org: SeenMappings;
  initial: DbrpValues;
  /** It exists: database and bucket stay as they are. */
  before?: Mapping;
  submitLabel: string;
  cancelTo: string;
  onSubmit: (values: DbrpValues) => Promise<unknown>;
  callsOf: (values: DbrpValues) => readonly ApiCall[];
  /** The stored mappings as they would be. */
  afterOf: (values: DbrpValues) => readonly Mapping[];
}

export function DbrpForm(props: DbrpFormProps) {
  const { org, initial, before, callsOf, afterOf } = props;
  const others = org.stored.filter(({ id }) => id !== before?.id);
  const problemsOf = (values: DbrpValues) => validateDbrp(values, others, org.bucketName);
  const form = useForm({
    initialValues: initial,
    validate: (values) => ({ ...problemsOf(values) }),
    validateInputOnBlur: true,
  });
  const { submit, refusal } = useSubmit(form, props.onSubmit);
  const { values } = form;
  const isValid = Object.values(problemsOf(values)).every((problem) => problem === null);
  const after = isValid ? afterOf(values) : [];
  const pick = (bucket: string | null) => {
    form.setFieldValue('bucket', bucket ?? '');
    // What was not typed by hand follows the bucket.
    if (bucket !== null && !form.isTouched('database')) {
      const { database, policy } = suggested(bucket);
      form.setInitialValues({ ...initial, database, policy });
      form.setValues({ bucket, database, policy });
      form.resetTouched();
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        {!before && (
          <BucketSelect
            orgId={org.orgID}
            value={values.bucket === '' ? null : values.bucket}
            onChange={pick}
            error={form.errors['bucket'] as string | undefined}
          />
        )}
        {!before && (
          <TextInput
            label="Database"
            description="What clients name as db"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('database')}
          />
        )}
        <TextInput
          label="Retention policy"
          description="What clients name as rp: a label only, how long points are kept is the bucket’s own"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('policy')}
        />
        <Checkbox
          label="Default: answers for requests that name no retention policy"
          {...form.getInputProps('isDefault', { type: 'checkbox' })}
        />
        {isValid && (
          <RouteChanges
            org={org}
            after={after}
            database={values.database}
            staysDefault={
              !values.isDefault && after.some((one) => one.id === before?.id && one.default)
            }
          />
        )}
        <FormActions label={props.submitLabel} submitting={form.submitting} refusal={refusal}>
          <Button variant="default" component={Link} to={props.cancelTo}>
            Cancel
          </Button>
        </FormActions>
        <RequestPreview calls={isValid ? callsOf(values) : null} />
      </Stack>
    </form>
  );
}
