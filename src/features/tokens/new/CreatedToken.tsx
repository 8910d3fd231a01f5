import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { RanCalls } from '@/components/RanCalls';
import { SecretReveal } from '@/components/SecretReveal';
import type { ApiCall } from '@/lib/apiCall';
import { paths } from '@/lib/paths';
import { tokenUsage } from '@/lib/tokenUsage';
import { PageHeader } from '@/ui/PageHeader';

const isCreate = ({ method, path }: ApiCall) =>
  method === 'POST' && path === '/api/v2/authorizations';

/** Its secret, which is in the answer to the create and nowhere else. */
export function CreatedToken({ token }: { token: Token }) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const { data } = useQuery(tokenQueries.one(token.id));
  return (
    <>
      <PageHeader title="Token created" subtitle={`${token.description} · org ${token.org}`} />
      <RanCalls about={isCreate} />
      <SecretReveal
        secret={token.token}
        name={token.description}
        fileName={`${fileStem(token.description)}.env`}
        variables={{ INFLUX_ORG_ID: token.orgID }}
        snippets={tokenUsage(token.permissions)}
        isShownAgain={data && data.token !== ''}
        doneLabel="Go to the token"
        onStored={() => void navigate(paths.token(server, token.id))}
      />
    </>
  );
}

function fileStem(description: string): string {
  const words = description.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 6).join('-') || 'token';
}
