import { Anchor, Box, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useFindings } from '@/components/access/useFindings';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { ruleCounts } from '@/features/access/findings/ruleCounts';
import { RuleList } from '@/features/access/findings/RuleList';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { capitalised } from '@/lib/sentence';
import { LoadingLines } from '@/ui/LoadingLines';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import type { UrlCodec } from '@/ui/useUrlState';
import { useUrlState } from '@/ui/useUrlState';
import classes from './overview.module.css';
import { AccessSearch } from './AccessSearch';
import { BucketTotalsTable } from './BucketTotalsTable';
import { OrgTotalsTable, UserTotalsTable } from './PeopleAndOrgs';
import { targetsOf } from './targets';

const subjects = ['buckets', 'users', 'orgs'] as const;

type Subject = (typeof subjects)[number];

const tables = { buckets: BucketTotalsTable, users: UserTotalsTable, orgs: OrgTotalsTable };

const subjectCodec: UrlCodec<{ by: Subject }> = {
  keys: ['by'],
  read: (params) => ({ by: subjects.find((subject) => subject === params.get('by')) ?? 'buckets' }),
  write: ({ by }) => new URLSearchParams(by === 'buckets' ? {} : { by }),
};

export function AccessPage() {
  return (
    <>
      <PageHeader
        title="Access"
        subtitle="Who may read and write what: from a bucket, a user or an org to every credential, and back"
      />
      <Section lines={14}>
        <Overview />
      </Section>
    </>
  );
}

function Overview() {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const credentials = useCredentials();
  const { state, adjust } = useUrlState(subjectCodec);
  const targets = useMemo(
    () => targetsOf(server, around, credentials),
    [server, around, credentials],
  );
  const Table = tables[state.by];
  return (
    <Stack gap="lg">
      <AccessSearch targets={targets} />
      <Box className={classes.columns}>
        <Stack gap="sm" miw={0}>
          <SegmentedControl
            className={classes.subjects}
            aria-label="List"
            data={subjects.map((subject) => ({
              value: subject,
              label: capitalised(subject),
            }))}
            value={state.by}
            onChange={(by) => adjust({ by: by as Subject })}
          />
          <Table />
        </Stack>
        <Section title="Findings" lines={6}>
          <FindingCounts />
        </Section>
      </Box>
    </Stack>
  );
}

function FindingCounts() {
  const { server = '' } = useParams();
  const findings = useFindings();
  const seen = useCredentials().length;
  const counts = useMemo(() => ruleCounts(findings ?? []), [findings]);
  if (!findings) return <LoadingLines lines={6} />;
  if (findings.length === 0) {
    return (
      <Text c="dimmed">
        {seen === 0
          ? 'This credential sees no token and no v1 user: there is nothing to look at.'
          : 'All clear: no rule found anything in what this credential sees.'}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <RuleList counts={counts} chosen={[]} />
      <Anchor component={Link} to={paths.findings(server)} size="sm" px={8}>
        All {counted(findings.length, 'finding')}
      </Anchor>
    </Stack>
  );
}
