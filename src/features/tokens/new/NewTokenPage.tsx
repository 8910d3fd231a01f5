import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { readPreference } from '@/components/preferences';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { useSurroundings } from '@/components/useSurroundings';
import { writeOf } from '@/lib/permissions';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import type { Created } from './CreatedToken';
import { CreatedToken } from './CreatedToken';
import { firstToken, startOf } from './newTokenDraft';
import { NewTokenForm } from './NewTokenForm';

export function NewTokenPage() {
  const [params] = useSearchParams();
  const like = params.get('like');
  return <Section lines={10}>{like ? <LikeToken id={like} /> : <NewTokenFlow />}</Section>;
}

function LikeToken({ id }: { id: string }) {
  const { data } = useSuspenseQuery(tokenQueries.one(id));
  return <NewTokenFlow like={data} />;
}

/** The org in view last, if the caller may make tokens there; otherwise one where it may, if any. */
function useFirstOrg(server: string): string {
  const { can } = useCaller();
  const orgs = useOrgs();
  const possible = orgs.filter(
    ({ id }) => can(writeOf('authorizations', { orgID: id })).answer !== 'no',
  );
  const last = readPreference('lastOrgs')[server];
  return (possible.find(({ id }) => id === last) ?? possible[0] ?? orgs[0])?.id ?? '';
}

function NewTokenFlow({ like }: { like?: Token }) {
  const { server = '' } = useParams();
  const [params] = useSearchParams();
  const around = useSurroundings();
  const { caller } = useCaller();
  const orgID = useFirstOrg(server);
  const [created, setCreated] = useState<Created | null>(null);
  const [first] = useState(() =>
    firstToken({ start: startOf(params), like, orgID, callerID: caller.user?.id ?? '', around }),
  );
  if (created) return <CreatedToken {...created} />;
  const subtitle =
    like && `With the permissions, org and owner of “${like.description || like.id}”`;
  return (
    <>
      <PageHeader title="New token" subtitle={subtitle} />
      <NewTokenForm first={first} around={around} onCreated={setCreated} />
    </>
  );
}
