import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { v1UserQueries } from '@/api/v1Users';
import { RequestPreview } from '@/components/RequestPreview';
import { paths } from '@/lib/paths';
import { noGrants, permissionsOf, withGrant } from '@/lib/v1Grants';
import { FormActions } from '@/ui/form/FormActions';
import { NewPassword } from '@/ui/form/NewPassword';
import { useSubmit } from '@/ui/form/useSubmit';
import { Section } from '@/ui/Section';
import { BucketGrants } from './BucketGrants';
import type { CreatedV1UserProps } from './CreatedV1User';
import { CreatedV1User } from './CreatedV1User';
import { CreationNeeds, useCreationNeeds } from './CreationNeeds';
import { IdentityFields } from './IdentityFields';
import { Unfinished } from './Unfinished';
import { useNewV1User } from './useNewV1User';
import { useStart } from './useStart';
import type { V1UserValues } from './v1UserValues';
import { draftOf, validateV1User } from './v1UserValues';

export function NewV1UserForm() {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const start = useStart();
  const { data: v1Users } = useSuspenseQuery(v1UserQueries.all);
  const takenNames = useMemo(() => new Set(v1Users.map(({ token }) => token)), [v1Users]);
  const [grants, setGrants] = useState(start.grants);
  const generated = useRef('');
  const [created, setCreated] = useState<CreatedV1UserProps | null>(null);
  const { made, create, remove, callsOf } = useNewV1User();
  const form = useForm<V1UserValues>({
    initialValues: start.values,
    validate: (values) => ({ ...validateV1User(values, made ? new Set() : takenNames) }),
    validateInputOnBlur: true,
  });
  const { values } = form;
  const permissions = permissionsOf(grants, () => values.orgID);
  const draft = draftOf(values, permissions, start.status);
  const { submit, refusal } = useSubmit(form, async ({ password }) => {
    const { id, token: name } = await create(draft, password);
    start.done();
    if (password === generated.current) setCreated({ id, name, password });
    else await navigate(paths.v1User(server, id));
  });
  const needs = useCreationNeeds(draft);
  const problems = validateV1User(values, made ? new Set() : takenNames);
  const isComplete =
    permissions.length > 0 && Object.values(problems).every((problem) => problem === null);
  const isLocked = made !== null;
  if (created) return <CreatedV1User {...created} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={720}>
        <IdentityFields form={form} isLocked={isLocked} onOrg={() => setGrants(noGrants)} />
        <Section title="Buckets" lines={4}>
          <BucketGrants
            key={values.orgID}
            orgID={values.orgID}
            grants={grants}
            onToggle={(id, action, isHeld) => setGrants(withGrant(grants, id, action, isHeld))}
            disabled={isLocked || undefined}
          />
        </Section>
        <NewPassword
          value={values.password}
          onChange={(password) => form.setFieldValue('password', password)}
          onGenerated={(password) => {
            generated.current = password;
          }}
          onBlur={() => form.validateField('password')}
          error={form.errors['password']}
        />
        <CreationNeeds needs={needs} hasBuckets={permissions.length > 0} />
        {made && <Unfinished v1User={made} onRemove={remove} />}
        <FormActions
          label={made ? 'Set the password' : 'Create v1 user'}
          submitting={form.submitting}
          refusal={refusal}
          disabled={permissions.length === 0 || needs.length > 0}
        >
          <Button variant="default" component={Link} to={paths.v1Users(server)}>
            Cancel
          </Button>
        </FormActions>
        <RequestPreview calls={isComplete ? callsOf(draft, values.password) : null} />
      </Stack>
    </form>
  );
}
