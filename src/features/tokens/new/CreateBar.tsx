import { Button, Group, Text, Tooltip } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import type { TokenDraft } from '@/api/tokens';
import { useCaller } from '@/components/useCaller';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { typeWords } from '@/lib/permissionWords';
import { writeOf } from '@/lib/permissions';
import type { ErrorWords } from '@/ui/errorWords';
import { Refusal } from '@/ui/form/Refusal';
import classes from './newToken.module.css';
import type { NewToken } from './newTokenDraft';
import { openType } from './newTokenDraft';

export interface CreateBarProps {
  /** Of the form that the button sends. */
  formId: string;
  token: NewToken;
  draft: TokenDraft | null;
  refusal: ErrorWords | null;
  isSending: boolean;
}

/** Why no token at all can be made here; undefined when it can be tried. */
function useObstacle({ orgID, ownerID }: NewToken): string | undefined {
  const { can } = useCaller();
  const inOrg = can(writeOf('authorizations', { orgID }));
  if (inOrg.answer === 'no') return inOrg.reason;
  const forOwner = can(writeOf('users', { id: ownerID }));
  return ownerID !== '' && forOwner.answer === 'no' ? forOwner.reason : undefined;
}

/** Always in sight: how much it is by now, and the button. */
export function CreateBar({ formId, token, draft, refusal, isSending }: CreateBarProps) {
  const { server = '' } = useParams();
  const obstacle = useObstacle(token);
  const open = openType(token);
  const missing =
    open === undefined ? 'Tick at least one permission' : `Choose ${typeWords(open)} first`;
  const reason = obstacle ?? (draft ? undefined : missing);
  return (
    <footer className={classes.bar}>
      <Refusal words={refusal} />
      <Group gap="xs" mt={refusal ? 'xs' : 0}>
        {reason === undefined ? (
          <Button type="submit" form={formId} loading={isSending}>
            Create token
          </Button>
        ) : (
          <Tooltip label={reason}>
            <Button data-disabled aria-disabled aria-description={reason}>
              Create token
            </Button>
          </Tooltip>
        )}
        <Button variant="default" component={Link} to={paths.tokens(server)}>
          Cancel
        </Button>
        <Text component="output" c="dimmed">
          {draft ? counted(draft.permissions.length, 'permission') : 'No permission yet'}
        </Text>
      </Group>
    </footer>
  );
}
