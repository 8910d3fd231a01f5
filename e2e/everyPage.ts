type Place = [path: string, heading: string];

/** Every page below a server, with the heading that shows that it is there. */
export const areas: Record<string, (orgID: string, bucketID: string) => Place[]> = {
  orgs: (org) => [
    ['/orgs', 'Orgs'],
    ['/orgs/new', 'New org'],
    [`/orgs/${org}`, 'iot'],
    [`/orgs/${org}/settings`, 'iot'],
    [`/orgs/${org}/settings/edit`, 'Edit iot'],
    [`/orgs/${org}/settings/members`, 'Members of iot'],
    [`/orgs/${org}/settings/members/add`, 'Add a member to iot'],
  ],
  people: () => [
    ['/users', 'Users'],
    ['/users/new', 'New user'],
    ['/account', 'My account'],
  ],
  buckets: (org, id) => [
    [`/orgs/${org}/buckets`, 'Buckets'],
    [`/orgs/${org}/buckets/new`, 'New bucket'],
    [`/orgs/${org}/buckets/${id}`, 'airsensors'],
    [`/orgs/${org}/buckets/${id}/edit`, 'Edit airsensors'],
  ],
  hierarchy: () => [['/hierarchy', 'Hierarchy of credentials']],
  databases: (org, id) => [
    [`/orgs/${org}/dbrps?db=airsensors`, 'DBRP mappings'],
    [`/orgs/${org}/dbrps/new?bucket=${id}`, 'New mapping'],
    [`/orgs/${org}/dbrps/${id}`, 'airsensors/autogen'],
  ],
  'v1 users': () => [
    ['/v1-users', 'v1 users'],
    ['/v1-users/new', 'New v1 user'],
  ],
  tokens: () => [['/tokens', 'Tokens']],
  'tokens looked at': () => [
    ['/tokens/check', 'What is this token?'],
    ['/tokens/compare?a=operator&b=read-write', 'Compare tokens'],
  ],
  'a new token': (org, id) => [
    [`/tokens/new?org=${org}&preset=operator`, 'New token'],
    [`/tokens/new?bucket=${id}`, 'New token'],
  ],
  access: (org, id) => [
    ['/access', 'Access'],
    ['/access?by=users', 'Access'],
    [`/access/buckets/${id}`, 'Access to airsensors'],
    [`/access/orgs/${org}?system=yes`, 'Access in iot'],
    ['/access/findings?rule=operator-token', 'Findings'],
  ],
  activity: () => [['/activity', 'Activity']],
  data: (org) => [
    [`/orgs/${org}/write?bucket=airsensors`, 'Write line protocol'],
    [`/orgs/${org}/explorer?bucket=airsensors&m=airSensors&f=temperature`, 'Explorer'],
  ],
};
