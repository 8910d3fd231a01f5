import { Box } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { v1ReplacementMutation } from '@/api/v1Replacement';
import { v1UserQueries } from '@/api/v1Users';
import { RanCalls } from '@/components/RanCalls';
import { PageColumns } from '@/ui/PageColumns';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { CheckPassword } from './CheckPassword';
import { goneV1User } from './GoneV1User';
import { GrantsEditor } from './GrantsEditor';
import { HandedPassword } from './HandedPassword';
import { isV1UserCall } from './isV1UserCall';
import { SetPassword } from './SetPassword';
import classes from './v1Users.module.css';
import { V1UserDanger } from './V1UserDanger';
import { V1UserFacts } from './V1UserFacts';
import { V1UserFindings } from './V1UserFindings';
import { V1UserSnippets } from './V1UserSnippets';
import { V1UserStanding } from './V1UserStanding';
import { V1UserStatus } from './V1UserStatus';

export function V1UserPage() {
  const { v1UserId = '' } = useParams();
  // Here, so that it is still there when the address is that of the one made anew.
  const { mutateAsync } = useMutation(v1ReplacementMutation);
  const [handed, setHanded] = useState<{ id?: string; password: string } | null>(null);
  const replace: Replace = async (plan, options) => {
    const done = await mutateAsync(plan, options);
    setHanded({ id: done.newID, password: plan.password });
    return done;
  };
  return (
    <Section key={v1UserId} lines={8} explain={goneV1User}>
      {handed?.id === v1UserId && <HandedPassword password={handed.password} />}
      <KnownV1User onReplace={replace} />
    </Section>
  );
}

export type Replace = ReturnType<
  typeof useMutation<
    Awaited<ReturnType<NonNullable<typeof v1ReplacementMutation.mutationFn>>>,
    Error,
    Parameters<NonNullable<typeof v1ReplacementMutation.mutationFn>>[0]
  >
>['mutateAsync'];

function KnownV1User({ onReplace }: { onReplace: Replace }) {
  const { v1UserId = '' } = useParams();
  const { data: v1User } = useSuspenseQuery(v1UserQueries.one(v1UserId));
  return (
    <>
      <PageHeader title={v1User.token} subtitle={<V1UserStanding v1User={v1User} />}>
        <V1UserStatus v1User={v1User} />
      </PageHeader>
      <RanCalls about={isV1UserCall} />
      <PageColumns
        left={
          <>
            <Section title="v1 user">
              <V1UserFacts v1User={v1User} />
            </Section>
            <Section title="Buckets" lines={4}>
              <GrantsEditor v1User={v1User} onReplace={onReplace} />
            </Section>
            <V1UserFindings v1User={v1User} />
          </>
        }
        right={
          <>
            <Section title="Use it">
              <V1UserSnippets v1User={v1User} />
            </Section>
            <Section title="Password">
              <Box className={classes.forms}>
                <CheckPassword v1User={v1User} />
                <SetPassword v1User={v1User} />
              </Box>
            </Section>
            <Section title="Danger">
              <V1UserDanger v1User={v1User} />
            </Section>
          </>
        }
      />
    </>
  );
}
