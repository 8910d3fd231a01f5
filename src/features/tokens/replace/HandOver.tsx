import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tokenQueries } from '@/api/tokens';
import { SecretReveal } from '@/components/SecretReveal';
import { useSurroundings } from '@/components/useSurroundings';
import { replacedName } from '@/lib/replacementRecord';
import { snippetTarget, tokenSnippets } from '@/lib/tokenSnippets';
import { PasteSecret } from './PasteSecret';
import type { StepProps } from './ReplacementFlow';
import { WaysBack } from './WaysBack';

export function HandOver({ replacement, send }: StepProps<'handOver'>) {
  const around = useSurroundings();
  const { made, draft, old } = replacement;
  const { data: token } = useQuery(tokenQueries.one(made.id));
  const proceed = () => {
    send({ type: 'stored' });
    send({ type: 'prove' });
  };
  return (
    <Stack gap="md" maw={820}>
      <Text>
        Give the new secret to everything that uses “{replacedName(old)}”. The old one still works
        meanwhile.
      </Text>
      {made.secret === undefined ? (
        <Alert color="warning" variant="light" title="This tab does not know the new secret">
          <Stack gap="sm">
            <Text size="sm">
              Only the tab that created the token was told it, until it was closed or signed out.
              Paste it here if it was stored, or undo and begin again.
            </Text>
            <PasteSecret
              onPaste={(secret) => {
                send({ type: 'know', secret });
                proceed();
              }}
            />
          </Stack>
        </Alert>
      ) : (
        <SecretReveal
          secret={made.secret}
          name={draft.description || made.id}
          variables={{ INFLUX_ORG_ID: old.orgID }}
          snippets={tokenSnippets(snippetTarget(draft.permissions, old.orgID, around))}
          isShownAgain={token && token.token !== ''}
          kept="This tab keeps it until the replacement ends: a reload does not lose it, closing the tab or signing out does."
          onStored={proceed}
          doneLabel="Go on: prove that it works"
        />
      )}
      <WaysBack replacement={replacement} send={send} />
    </Stack>
  );
}
