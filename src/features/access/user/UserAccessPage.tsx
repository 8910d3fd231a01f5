import { Alert, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { UserRole } from '@/components/access/useUserRoles';
import { useUserRoles } from '@/components/access/useUserRoles';
import { ActionButton } from '@/components/ActionButton';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { Unknown } from '@/features/access/Unknown';
import { paths } from '@/lib/paths';
import { readOf } from '@/lib/permissions';
import type { Credential, KnownUser } from '@/lib/surroundings';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import type { UrlCodec } from '@/ui/useUrlState';
import { useUrlState } from '@/ui/useUrlState';
import { UserBuckets } from './UserBuckets';
import { UserCredentials } from './UserCredentials';
import { UserOthers } from './UserOthers';

const views = { buckets: 'Buckets', others: 'Everything else', credentials: 'Credentials' };

type View = keyof typeof views;

const isView = (text: string | null): text is View => text !== null && Object.hasOwn(views, text);

const viewCodec: UrlCodec<{ view: View }> = {
  keys: ['view'],
  read(params) {
    const view = params.get('view');
    return { view: isView(view) ? view : 'buckets' };
  },
  write: ({ view }) => new URLSearchParams(view === 'buckets' ? {} : { view }),
};

export function UserAccessPage() {
  return (
    <Section lines={12}>
      <SomeUser />
    </Section>
  );
}

function SomeUser() {
  const { userId = '' } = useParams();
  const { users } = useSurroundings();
  const credentials = useCredentials();
  const own = useMemo(
    () => credentials.filter(({ userID }) => userID === userId),
    [credentials, userId],
  );
  const user = users.get(userId);
  const [first] = own;
  if (!user && !first) return <Unknown kind="user" id={userId} />;
  return (
    <UserAccess id={userId} user={user} name={user?.name ?? (first?.user || userId)} own={own} />
  );
}

interface UserAccessProps {
  id: string;
  /** Undefined where the caller may not read the user, or the user is gone. */
  user: KnownUser | undefined;
  name: string;
  own: readonly Credential[];
}

function UserAccess({ id, user, name, own }: UserAccessProps) {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const { roles, isLoading } = useUserRoles(id, around);
  const { state, adjust } = useUrlState(viewCodec);
  const refused =
    !user && around.isComplete ? 'is gone' : user?.status === 'inactive' && 'is inactive';
  return (
    <>
      <PageHeader
        title={`Access of ${name}`}
        badge={refused ? refused.replace('is ', '') : undefined}
        subtitle="What this user reaches, by roles in a session and by every token and v1 user"
      >
        <ActionButton
          needs={readOf('users', { id })}
          variant="default"
          to={paths.user(server, id)}
          leftSection={<IconUser size={16} />}
        >
          User
        </ActionButton>
      </PageHeader>
      <Stack gap="md">
        {refused && (
          <Alert color="warning" variant="light" title={`The user ${refused}`}>
            The server refuses everything to sessions, tokens and v1 users of this user. Below
            stands what they would reach.
          </Alert>
        )}
        <Text>
          {rolesText(roles)}
          {isLoading ? ' Looking through the orgs…' : roles.length === 0 && 'No role in any org.'}
        </Text>
        <Group justify="space-between">
          <SegmentedControl
            aria-label="What to show"
            data={Object.entries(views).map(([value, label]) => ({ value, label }))}
            value={state.view}
            onChange={(view) => adjust({ view: view as View })}
          />
        </Group>
        <Section lines={8}>
          {state.view === 'buckets' && <UserBuckets id={id} roles={roles} />}
          {state.view === 'others' && <UserOthers own={own} roles={roles} />}
          {state.view === 'credentials' && <UserCredentials own={own} />}
        </Section>
        <Text size="xs" c="dimmed">
          A session holds what the roles grant and what every token of the user holds, inactive
          tokens too.
        </Text>
      </Stack>
    </>
  );
}

function rolesText(roles: readonly UserRole[]): string {
  return roles.length > 0 ? `Roles: ${roles.map(({ words }) => words).join(', ')}.` : '';
}
