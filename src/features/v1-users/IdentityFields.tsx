import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { OwnerSelect } from '@/components/OwnerSelect';
import { useOrgs } from '@/components/useOrgs';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import type { V1UserValues } from './v1UserValues';

export interface IdentityFieldsProps {
  form: UseFormReturnType<V1UserValues>;
  isLocked: boolean;
  /** Another org has other buckets. */
  onOrg: () => void;
}

/** Who it is and where it belongs: none of it can be changed later but the description. */
export function IdentityFields({ form, isLocked, onOrg }: IdentityFieldsProps) {
  const orgs = useOrgs();
  const nameInput = useInitialFocus<HTMLInputElement>();
  const { values } = form;
  return (
    <>
      <TextInput
        label="User name"
        description="Unique on the server, and never changed"
        ref={nameInput}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        disabled={isLocked}
        {...form.getInputProps('name')}
      />
      <Select
        label="Org"
        data={orgs.map(({ id, name = id }) => ({ value: id, label: name }))}
        searchable
        allowDeselect={false}
        disabled={isLocked}
        value={values.orgID}
        error={form.errors['orgID']}
        onChange={(orgID) => {
          form.setFieldValue('orgID', orgID ?? '');
          onOrg();
        }}
      />
      <OwnerSelect
        description="When the owner is inactive or deleted, the v1 user is refused"
        value={values.userID}
        onChange={(userID) => form.setFieldValue('userID', userID)}
        disabled={isLocked}
      />
      <TextInput
        label="Description"
        autoComplete="off"
        disabled={isLocked}
        {...form.getInputProps('description')}
      />
    </>
  );
}
