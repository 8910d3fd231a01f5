import { Box, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useFindings } from '@/components/access/useFindings';
import { useCaller } from '@/components/useCaller';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import type { AccessFinding, RuleName } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { LoadingLines } from '@/ui/LoadingLines';
import { copyText } from '@/ui/copyText';
import { ExportMenu } from '@/ui/ExportMenu';
import { NothingHere } from '@/ui/NothingHere';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import type { FindingRow } from './findingRow';
import { findingRow, findingsCsv, findingsJson } from './findingRow';
import classes from './findings.module.css';
import { findingSpec } from './findingSpec';
import { RuleAbout } from './RuleAbout';
import { ruleCounts } from './ruleCounts';
import { RuleList } from './RuleList';

export function FindingsPage() {
  return (
    <>
      <PageHeader
        title="Findings"
        subtitle="Access that is broader than meant, does not work, or is of no use"
      />
      <Section lines={12}>
        <Findings />
      </Section>
    </>
  );
}

function Findings() {
  const findings = useFindings();
  return findings ? <KnownFindings findings={findings} /> : <LoadingLines lines={12} />;
}

function KnownFindings({ findings }: { findings: readonly AccessFinding[] }) {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  const seen = useCredentials().length;
  const around = useSurroundings();
  const rows = useMemo(
    () => findings.flatMap((finding) => findingRow(server, finding, around)),
    [server, findings, around],
  );
  const counts = useMemo(() => ruleCounts(findings), [findings]);
  const chosen = useSearchParams()[0].getAll('rule');
  const [only, ...more] = chosen;
  return (
    <Stack gap="lg">
      {!caller.isOperator && (
        <Text c="dimmed">
          This credential does not see every token, user and bucket. Only an operator can be told of
          owners and buckets that are gone, and of buckets that nobody reads or writes.
        </Text>
      )}
      <Box className={rows.length > 0 ? classes.columns : undefined}>
        {rows.length > 0 && <RuleList counts={counts} chosen={chosen} />}
        <Stack gap="md" miw={0}>
          {isRule(only) && more.length === 0 && <RuleAbout rule={only} />}
          <DataTable
            spec={findingSpec}
            rows={rows}
            href={pathOf}
            menu={menuOf}
            tools={exportOf}
            empty={
              <NothingHere title={seen === 0 ? 'Nothing to look at' : 'All clear'}>
                {seen === 0
                  ? 'This credential sees no token and no v1 user.'
                  : 'No rule found anything in what this credential sees.'}
              </NothingHere>
            }
          />
        </Stack>
      </Box>
    </Stack>
  );
}

function isRule(name: string | undefined): name is RuleName {
  return name !== undefined && Object.hasOwn(rules, name);
}

const pathOf = ({ to }: FindingRow) => to;

const menuOf = ({ fix, to, kind, ids }: FindingRow): RowAction[] => [
  fix,
  { label: `Open the ${kind}`, to },
  { label: 'Copy id', onClick: () => void copyText(ids.join(' ')) },
];

const exportOf = (shown: readonly FindingRow[]) => (
  <ExportMenu
    name="headgate-findings"
    texts={{ csv: () => findingsCsv(shown), json: () => findingsJson(shown) }}
  />
);
