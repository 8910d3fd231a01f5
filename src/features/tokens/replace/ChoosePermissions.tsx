import { Alert, List, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { describe } from '@/api/errors';
import { tokenCalls, tokenQueries } from '@/api/tokens';
import { PermissionMatrix } from '@/components/matrix/PermissionMatrix';
import { useGranting } from '@/components/matrix/useGranting';
import { RequestPreview } from '@/components/RequestPreview';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import { areAlike } from '@/lib/alike';
import { countText } from '@/lib/counted';
import { mayGrant } from '@/lib/granting';
import { matrixOf, permissionsOf } from '@/lib/permissionMatrix';
import { distinct, permissionText } from '@/lib/permissions';
import type { ReplacementDraft } from '@/lib/replacementRecord';
import type { ErrorWords } from '@/ui/errorWords';
import { Refusal } from '@/ui/form/Refusal';
import { Section } from '@/ui/Section';
import { CreateButton } from './CreateButton';
import { DraftChanges } from './DraftChanges';
import { FailureAlert } from './FailureAlert';
import { OwnerSwitch } from './OwnerSwitch';
import { newTokenDraft } from './replacementTasks';
import classes from './replace.module.css';
import type { StepProps } from './ReplacementFlow';

/** The old token's permissions, to be changed. Nothing is sent before the button. */
export function ChoosePermissions({ replacement, send }: StepProps<'choose'>) {
  const { old, failure } = replacement;
  const around = useSurroundings();
  const { draft, matrix, setMatrix, setDescription, setOwner } = useDraft({ replacement, send });
  const granting = useGranting(old.orgID, draft.userID, around);
  const { create, refusal } = useCreate({ replacement, send });
  return (
    <div className={classes.columns}>
      <Stack gap="md" miw={0}>
        <TextInput
          label="Description of the new token"
          autoComplete="off"
          value={draft.description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <OwnerSwitch old={old} userID={draft.userID} onChange={setOwner} />
        <PermissionMatrix
          matrix={matrix}
          onChange={setMatrix}
          around={around}
          granting={granting}
        />
      </Stack>
      <Stack gap="md" miw={0}>
        <Section title="What changes">
          <DraftChanges old={old.permissions} draft={draft.permissions} around={around} />
        </Section>
        <Refusals replacement={replacement} send={send} />
        <FailureAlert failure={failure} />
        <Refusal words={refusal} />
        <CreateButton draft={draft} orgID={old.orgID} onClick={create} />
        <Text size="xs" c="dimmed">
          The old token is left as it is.
        </Text>
        <RequestPreview
          calls={
            draft.permissions.length === 0 ? null : [tokenCalls.create(newTokenDraft(replacement))]
          }
        />
      </Stack>
    </div>
  );
}

/** The matrix keeps what a set of permissions cannot: scopes in which nothing is ticked yet. */
function useDraft({ replacement, send }: StepProps<'choose'>) {
  const { old, draft } = replacement;
  const { types } = useSurroundings();
  const [matrix, setMatrix] = useState(() => matrixOf(draft.permissions, old.orgID, types));
  const change = (part: Partial<ReplacementDraft>) =>
    send({ type: 'draft', draft: { ...draft, ...part } });
  const permissions = useMemo(() => distinct(permissionsOf(matrix)), [matrix]);
  const text = permissions.map(permissionText).join();
  const isStale = text !== draft.permissions.map(permissionText).join();
  useEffect(() => {
    if (isStale) send({ type: 'draft', draft: { ...draft, permissions } });
  });
  return {
    draft: { ...draft, permissions },
    matrix,
    setMatrix,
    setDescription: (description: string) => change({ description }),
    setOwner: (userID: string) => change({ userID }),
  };
}

function useCreate({ replacement, send }: StepProps<'choose'>) {
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<ErrorWords | null>(null);
  const create = async () => {
    setRefusal(null);
    try {
      // Should the answer get lost, the list tells what is new.
      const rows = await client.fetchQuery({ ...tokenQueries.all, staleTime: 0 });
      const wanted = { ...replacement.draft, orgID: replacement.old.orgID };
      const alike = rows.filter((row) => areAlike(row, wanted)).map(({ id }) => id);
      send({ type: 'create', alike });
    } catch (error) {
      setRefusal(describe(error));
    }
  };
  return { create, refusal };
}

const shownRefusals = 5;

/** What the server would refuse, as far as it is known. */
function Refusals({ replacement: { old, draft } }: StepProps<'choose'>) {
  const { caller } = useCaller();
  const refused = mayGrant(caller, { orgID: old.orgID, ...draft }).filter(
    ({ answer }) => answer === 'no',
  );
  if (refused.length === 0) return null;
  return (
    <Alert color="warning" variant="light" title="You cannot create this token">
      <List size="sm">
        {refused.slice(0, shownRefusals).map(({ permission, reason }) => (
          <List.Item key={permissionText(permission)}>{reason}</List.Item>
        ))}
        {refused.length > shownRefusals && (
          <List.Item>and {countText(refused.length - shownRefusals)} more</List.Item>
        )}
      </List>
    </Alert>
  );
}
