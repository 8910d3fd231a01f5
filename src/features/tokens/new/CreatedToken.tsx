import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import type { Token, TokenDraft } from '@/api/tokens';
import { tokenCalls, tokenQueries } from '@/api/tokens';
import { RequestPreview } from '@/components/RequestPreview';
import { SecretReveal } from '@/components/SecretReveal';
import { useSurroundings } from '@/components/useSurroundings';
import { paths } from '@/lib/paths';
import { snippetTarget, tokenSnippets } from '@/lib/tokenSnippets';
import { PageHeader } from '@/ui/PageHeader';

export interface Created {
  token: Token;
  /** As it was sent. */
  draft: TokenDraft;
}

/** Its secret, which is in the answer to the create and nowhere else. */
export function CreatedToken({ token, draft }: Created) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const around = useSurroundings();
  const { data } = useQuery(tokenQueries.one(token.id));
  return (
    <>
      <PageHeader title="Token created" subtitle={`${token.description} · org ${token.org}`} />
      <SecretReveal
        secret={token.token}
        name={token.description}
        variables={{ INFLUX_ORG_ID: token.orgID }}
        snippets={tokenSnippets(snippetTarget(draft.permissions, token.orgID, around))}
        isShownAgain={data && data.token !== ''}
        doneLabel="Go to the token"
        onStored={() => void navigate(paths.token(server, token.id))}
      />
      <RequestPreview calls={[tokenCalls.create(draft)]} label="Show the API call that ran" />
    </>
  );
}
