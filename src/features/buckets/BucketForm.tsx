import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { RequestPreview } from '@/components/RequestPreview';
import type { ApiCall } from '@/lib/apiCall';
import { retentionMeaning } from '@/lib/retention';
import { DurationInput } from '@/ui/form/DurationInput';
import { FormActions } from '@/ui/form/FormActions';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import type { BucketValues } from './bucketValues';
import { parseTexts, validateBucket } from './bucketValues';

export interface BucketFormProps {
  initial: BucketValues;
  /** The bucket as it is, when there is one. */
  before?: BucketValues;
  takenNames: ReadonlySet<string>;
  nameLocked?: string;
  submitLabel: string;
  cancelTo: string;
  onSubmit: (values: BucketValues) => Promise<unknown>;
  /** What would be sent for these values. */
  callsOf: (values: BucketValues) => readonly ApiCall[];
  /** What follows from these values. */
  children?: (values: BucketValues) => ReactNode;
}

const retentions = ['1h', '6h', '1d', '7d', '30d', '90d', '365d', 'infinite'];
const shards = ['1h', '1d', '7d'];

export function BucketForm(props: BucketFormProps) {
  const { initial, before, takenNames, nameLocked, callsOf, children } = props;
  const nameInput = useInitialFocus<HTMLInputElement>();
  const form = useForm({
    initialValues: initial,
    validate: (values) => ({ ...validateBucket(values, takenNames, before) }),
    validateInputOnBlur: true,
  });
  const { submit, refusal } = useSubmit(form, props.onSubmit);
  const { values } = form;
  const problems = validateBucket(values, takenNames, before);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <TextInput
          label="Name"
          ref={nameInput}
          autoComplete="off"
          spellCheck={false}
          disabled={nameLocked !== undefined}
          description={nameLocked}
          {...form.getInputProps('name')}
        />
        <TextInput label="Description" autoComplete="off" {...form.getInputProps('description')} />
        <DurationInput
          label="Retention"
          description="How long points are kept: a duration such as 30d, 4w2d or 36h, or infinite"
          presets={retentions}
          {...form.getInputProps('retention')}
          value={values.retention}
          onChange={(text) => form.setFieldValue('retention', text)}
          error={form.errors['retention']}
          meaning={retentionMeaning(values.retention)}
        />
        <DurationInput
          label="Shard duration"
          description="The span of one file group on disk; leave it to the server unless you know why"
          presets={shards}
          placeholder="chosen by the server"
          value={values.shard}
          onChange={(text) => form.setFieldValue('shard', text)}
          error={form.errors['shard']}
          meaning={parseTexts(values, before)?.shardNote ?? ''}
        />
        {children?.(values)}
        <FormActions label={props.submitLabel} submitting={form.submitting} refusal={refusal}>
          <Button variant="default" component={Link} to={props.cancelTo}>
            Cancel
          </Button>
        </FormActions>
        <RequestPreview calls={isValid(problems) ? callsOf(values) : null} />
      </Stack>
    </form>
  );
}

function isValid(problems: Record<string, string | null>): boolean {
  return Object.values(problems).every((problem) => problem === null);
}
