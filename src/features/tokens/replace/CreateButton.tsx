import { Button, Group, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useCaller } from '@/components/useCaller';
import { mayGrant } from '@/lib/granting';
import type { ReplacementDraft } from '@/lib/replacementRecord';

export interface CreateButtonProps {
  draft: ReplacementDraft;
  orgID: string;
  onClick: () => Promise<void>;
}

export function CreateButton({ draft, orgID, onClick }: CreateButtonProps) {
  const { caller } = useCaller();
  const [isBusy, setIsBusy] = useState(false);
  const refused = mayGrant(caller, { orgID, ...draft }).find(({ answer }) => answer === 'no');
  const isEmpty = draft.permissions.length === 0;
  const reason = isEmpty ? 'Grant something: no token is without permissions' : refused?.reason;
  const press = () => {
    setIsBusy(true);
    void onClick().finally(() => setIsBusy(false));
  };
  if (reason !== undefined) {
    return (
      <Group>
        <Tooltip label={reason} multiline maw={320}>
          <Button data-disabled aria-disabled aria-description={reason}>
            Create the new token
          </Button>
        </Tooltip>
      </Group>
    );
  }
  return (
    <Group>
      <Button loading={isBusy} onClick={press}>
        Create the new token
      </Button>
    </Group>
  );
}
