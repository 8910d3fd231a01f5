import { Alert, Stack } from '@mantine/core';
import type { Org } from '@/api/orgs';
import { useCaller } from '@/components/useCaller';
import type { MemberRisks } from './memberRisks';

export interface MemberWarningsProps {
  org: Pick<Org, 'name'>;
  risks: MemberRisks;
}

export function MemberWarnings({ org, risks: { isSelf, isLastOwner } }: MemberWarningsProps) {
  const { caller } = useCaller();
  return (
    <Stack gap="xs">
      {isSelf && (
        <Alert color="danger" variant="light" title="This is you">
          {selfText(caller, org.name)}
        </Alert>
      )}
      {isLastOwner && (
        <Alert color="danger" variant="light" title={`The last owner of ${org.name}`}>
          Without an owner, only operators change its members, and only they and the tokens made for
          the org anything else in it.
        </Alert>
      )}
    </Stack>
  );
}

function selfText({ isOperator, kind }: { isOperator: boolean; kind: string }, org: string) {
  if (isOperator) return `You are an operator: you go on reaching ${org}, without the role.`;
  return kind === 'session'
    ? `Your sign-in loses what the role gives in ${org} at once, this page included. Somebody else has to give it back.`
    : `Your token keeps its permissions, but the server lists ${org} no more among its orgs. Somebody else may have to give the role back.`;
}
