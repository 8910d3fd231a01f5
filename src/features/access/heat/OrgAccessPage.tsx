import { Stack } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { SomeOnly } from '@/components/access/SomeOnly';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { reasonWords } from '@/lib/bucketAccess';
import { bucketReach } from '@/lib/bucketReach';
import { counted, countText } from '@/lib/counted';
import { credentialName } from '@/lib/credentialName';
import type { HeatColumn, HeatRow } from '@/lib/heatMap';
import { heatMap } from '@/lib/heatMap';
import type { Surroundings } from '@/lib/surroundings';
import { NothingHere } from '@/ui/NothingHere';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { useUrlState } from '@/ui/useUrlState';
import { Unknown } from '@/features/access/Unknown';
import { HeatGrid } from './HeatGrid';
import { heatCsv, shownColumns, shownRows } from './heatShown';
import { HeatLegend, HeatToolbar } from './HeatToolbar';
import { heatCodec } from './heatUrl';

export function OrgAccessPage() {
  return (
    <Section lines={14}>
      <KnownOrg />
    </Section>
  );
}

function KnownOrg() {
  const { orgId = '' } = useParams();
  const name = useSurroundings().orgs.get(orgId);
  if (name === undefined) return <Unknown kind="org" id={orgId} />;
  return (
    <>
      <PageHeader
        title={`Access in ${name}`}
        subtitle="Every token and v1 user that reads or writes a bucket of this org"
      />
      <OrgHeat orgId={orgId} name={name} />
    </>
  );
}

function OrgHeat({ orgId, name }: { orgId: string; name: string }) {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const credentials = useCredentials();
  const { state, adjust } = useUrlState(heatCodec);
  const asked = useDeferredValue(state);
  const map = useMemo(() => {
    const buckets = [...around.buckets.values()].filter(({ orgID }) => orgID === orgId);
    return heatMap(orgId, buckets, credentials, around);
  }, [orgId, credentials, around]);
  const rows = useMemo(() => shownRows(map, asked), [map, asked]);
  const columns = useMemo(() => shownColumns(map, asked), [map, asked]);
  const corner = [
    partOf(rows.length, map.rows.length, 'credential'),
    partOf(columns.length, map.columns.length, 'bucket'),
  ].join('\n');
  if (map.rows.length === 0) {
    return (
      <NothingHere title="Nothing reaches a bucket of this org, as far as this credential sees">
        Tokens and v1 users of others are listed to an operator only.
      </NothingHere>
    );
  }
  return (
    <Stack gap="sm">
      <HeatToolbar
        {...{ state, adjust }}
        fileName={`headgate-access-${name}`}
        csv={() => heatCsv(rows, columns)}
      />
      {rows.length === 0 || columns.length === 0 ? (
        <NothingHere title={rows.length === 0 ? 'No credential matches' : 'No bucket matches'} />
      ) : (
        <HeatGrid
          server={server}
          label={`Credentials by buckets of ${name}`}
          rows={rows}
          columns={columns}
          corner={corner}
          wordsOf={(row, column) => cellWords(row, column, around)}
        />
      )}
      <HeatLegend />
      <SomeOnly />
    </Stack>
  );
}

/** `12 credentials`, `3 of 12 credentials` */
function partOf(shown: number, total: number, noun: string): string {
  return shown === total ? counted(total, noun) : `${countText(shown)} of ${counted(total, noun)}`;
}

/** Who, which bucket, and the permission that is the reason. */
function cellWords(row: HeatRow, { bucket }: HeatColumn, around: Surroundings): string {
  const { credential, obstacle } = row;
  const [reach] = bucketReach(credential.permissions, [bucket]);
  const who = credentialName(credential);
  if (!reach) return `${who} does not reach ${bucket.name}`;
  const refused = obstacle === '' ? '' : `. Refused now: ${obstacle}`;
  return `${who} on ${bucket.name}: ${reasonWords(reach, around)}${refused}`;
}
