import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { userCalls, userMutations, userQueries } from '@/api/users';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { RenameForm } from './RenameForm';
import { unreadUser } from './UnreadUser';

export function EditUserPage() {
  return (
    <Section lines={4} explain={unreadUser}>
      <EditUser />
    </Section>
  );
}

function EditUser() {
  const { server = '', userId = '' } = useParams();
  const navigate = useNavigate();
  const { data: user } = useSuspenseQuery(userQueries.one(userId));
  const { data: users = [] } = useQuery(userQueries.all);
  const [initial] = useState(user.name);
  const { mutateAsync } = useMutation(userMutations.update);
  const changeOf = (name: string) => ({ id: userId, patch: { name } });
  const save = async (name: string) => {
    if (name !== user.name) await mutateAsync(changeOf(name));
    await navigate(paths.user(server, userId));
  };
  return (
    <>
      <PageHeader
        title={`Rename ${user.name}`}
        subtitle="The name is what signs in. Tokens, v1 users and roles stay as they are: they belong to the id."
      />
      <RenameForm
        initial={initial}
        takenNames={new Set(users.filter(({ id }) => id !== userId).map(({ name }) => name))}
        cancelTo={paths.user(server, userId)}
        onSubmit={save}
        callsOf={(name) => (name === user.name ? [] : [userCalls.update(changeOf(name))])}
      />
    </>
  );
}
