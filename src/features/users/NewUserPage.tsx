import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { userCalls, userMutations, userQueries } from '@/api/users';
import { FlowWords } from '@/components/FlowWords';
import { RanCalls } from '@/components/RanCalls';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';
import { CopyButton } from '@/ui/CopyButton';
import { Facts } from '@/ui/Facts';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { isUserCall } from './isUserCall';
import { NewUserForm } from './NewUserForm';
import type { NewUserValues } from './newUserValues';
import { newUserOf } from './newUserValues';

export function NewUserPage() {
  return (
    <FlowWords>
      <Section lines={6}>
        <NewUser />
      </Section>
    </FlowWords>
  );
}

function NewUser() {
  const { server = '' } = useParams();
  const [params] = useSearchParams();
  const orgs = useOrgs();
  const client = useQueryClient();
  const { data: users } = useSuspenseQuery(userQueries.all);
  const { mutateAsync, data: made, variables, reset } = useMutation(userMutations.create);
  const [onlyOrg] = orgs.length === 1 ? orgs : [];
  const create = async (values: NewUserValues) => {
    try {
      await mutateAsync(newUserOf(values));
    } catch (error) {
      // What could not be taken back is seen in the lists.
      void client.invalidateQueries(userQueries.all);
      throw error;
    }
  };
  if (made) {
    return <Created id={made.id} name={made.name} password={variables.password} onNext={reset} />;
  }
  return (
    <>
      <PageHeader
        title="New user"
        subtitle="A person who signs in with a password. If a later step fails, the user is deleted again."
      />
      <NewUserForm
        orgs={orgs}
        initialOrg={params.get('org') ?? onlyOrg?.id ?? ''}
        takenNames={new Set(users.map(({ name }) => name))}
        cancelTo={paths.users(server)}
        onSubmit={create}
        callsOf={(values) => userCalls.createAll(newUserOf(values))}
      />
    </>
  );
}

interface CreatedProps {
  id: string;
  name: string;
  password: string | undefined;
  onNext: () => void;
}

/** The password is at hand for the last time. */
function Created({ id, name, password, onNext }: CreatedProps) {
  const { server = '' } = useParams();
  return (
    <>
      <PageHeader title={`${name} is created`} />
      <RanCalls about={isUserCall} />
      <Facts
        facts={[
          ['User name', <Handed key="name" text={name} what="user name" />],
          [
            'Password',
            password === undefined ? (
              <Text key="none" c="dimmed">
                none: cannot sign in until one is set
              </Text>
            ) : (
              <Group key="password" gap={4}>
                as you typed it
                <CopyButton text={password} what="password" />
              </Group>
            ),
          ],
        ]}
      />
      <Group gap="xs" mt="md">
        <Button component={Link} to={paths.user(server, id)}>
          Open {name}
        </Button>
        <Button variant="default" onClick={onNext}>
          Create another
        </Button>
      </Group>
    </>
  );
}

function Handed({ text, what }: { text: string; what: string }) {
  return (
    <Group gap={4}>
      {text}
      <CopyButton text={text} what={what} />
    </Group>
  );
}
