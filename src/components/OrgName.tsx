import { useOrgs } from './useOrgs';

/** The name of an org, or its id where the server does not tell the name to this credential. */
export function OrgName({ id }: { id: string }) {
  const org = useOrgs().find((each) => each.id === id);
  return <>{org?.name ?? id}</>;
}
