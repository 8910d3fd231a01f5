import { Box, Stack, Text } from '@mantine/core';
import type { Caller } from '@/api/caller';
import { callerGaps, callerReach, credentialText } from '@/components/callerText';
import { RanCalls } from '@/components/RanCalls';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { useCaller } from '@/components/useCaller';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { ChangePassword } from './ChangePassword';
import { isUserCall } from './isUserCall';
import { MyPermissions } from './MyPermissions';
import { OwnedTable } from './OwnedTable';
import { UserOrgs } from './UserOrgs';
import classes from './users.module.css';

export function AccountPage() {
  const { caller } = useCaller();
  const userID = caller.user?.id;
  return (
    <>
      <PageHeader title="My account" subtitle="Who this sign-in is, and what it may do." />
      <RanCalls about={isUserCall} />
      <Box className={classes.columns}>
        <Stack gap="xl">
          <Section title="Who I am">
            <WhoIAm caller={caller} />
          </Section>
          {userID !== undefined && (
            <Section title="My orgs">
              <UserOrgs userID={userID} />
            </Section>
          )}
          <Section title="Password">
            <ChangePassword caller={caller} />
          </Section>
        </Stack>
        <Stack gap="xl">
          <Section title="What I may do" lines={6}>
            <MyPermissions caller={caller} />
          </Section>
          {userID !== undefined && (
            <Section title="My tokens and v1 users">
              <OwnedTable userID={userID} />
            </Section>
          )}
        </Stack>
      </Box>
    </>
  );
}

function WhoIAm({ caller }: { caller: Caller }) {
  const { user, classification, isComplete, kind } = caller;
  const unknown = (
    <Text span c="dimmed">
      not told
    </Text>
  );
  return (
    <Facts
      facts={[
        ['User', user?.name ?? unknown],
        ['User id', user?.id === undefined ? unknown : <Id key="id" id={user.id} of="user" />],
        ['Signed in with', kind === 'session' ? 'user name and password' : credentialText(caller)],
        [
          'Class',
          classification ? (
            <TokenClassBadge
              key="class"
              classification={classification}
              isAtLeast={!isComplete && kind === 'token'}
            />
          ) : (
            unknown
          ),
        ],
        ['Reach', callerReach(caller)],
        ...(callerGaps(caller) === '' ? [] : [['Not known', callerGaps(caller)] as const]),
      ]}
    />
  );
}
