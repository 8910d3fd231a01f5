import { Button, Select, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SchemaSource } from '@/api/schema';
import { schemaQueries } from '@/api/schema';
import { BucketSelect } from '@/components/BucketSelect';
import type { WindowFunction } from '@/lib/fluxBuilder';
import { windowFunctions } from '@/lib/fluxBuilder';
import { Section } from '@/ui/Section';
import type { ExplorerState } from './explorerUrl';
import { NameList } from './NameList';
import { schemaSource } from './source';
import { TagFilters } from './TagFilters';
import type { Explorer } from './useExplorer';
import { unreadText, useUnreadBucket } from './useUnreadBucket';

const functionLabels: Partial<Record<WindowFunction, string>> = { none: 'none: every point' };

/** Bucket → measurement → fields → tags → window. What is picked becomes the text of the query. */
export function QueryBuilder({ explorer }: { explorer: Explorer }) {
  const { source, state, go, isBuilt } = explorer;
  const unread = useUnreadBucket(source, state);
  const from = unread ? null : schemaSource(source, state.bucket);
  // Picking anything makes the text the builder's again.
  const pick = (change: Partial<ExplorerState>) => go({ ...change, text: null });
  return (
    <Stack gap="md">
      {!isBuilt && <ByHand onReset={() => pick({})} />}
      {source.language === 'flux' && (
        <Section lines={1}>
          <BucketSelect
            orgId={source.orgID}
            withSystem
            value={state.bucket || null}
            onChange={(name) => pick({ bucket: name ?? '', measurement: '', fields: [], tags: [] })}
          />
        </Section>
      )}
      {unread && (
        <Text size="sm" c="dimmed">
          {unreadText(unread)}
        </Text>
      )}
      {from && (
        <Part title="Measurement">
          <Measurements key={state.bucket} source={from} state={state} onPick={pick} />
        </Part>
      )}
      {from && state.measurement !== '' && <Narrowing source={from} state={state} onPick={pick} />}
    </Stack>
  );
}

interface PartProps {
  source: SchemaSource;
  state: ExplorerState;
  onPick: (change: Partial<ExplorerState>) => void;
}

function Narrowing({ source, state, onPick }: PartProps) {
  const { measurement } = state;
  return (
    <>
      <Part title="Fields">
        <Fields key={measurement} source={source} state={state} onPick={onPick} />
      </Part>
      <Part title="Tags">
        <TagFilters
          key={measurement}
          source={source}
          measurement={measurement}
          tags={state.tags}
          onChange={(tags) => onPick({ tags })}
        />
      </Part>
      <Select
        label="Function of each window"
        data={windowFunctions.map((fn) => ({ value: fn, label: functionLabels[fn] ?? fn }))}
        value={state.fn}
        allowDeselect={false}
        onChange={(fn) => fn && onPick({ fn })}
      />
    </>
  );
}

function Measurements({ source, state, onPick }: PartProps) {
  const { data } = useSuspenseQuery(schemaQueries.measurements(source));
  return (
    <NameList
      isSingle
      label="Measurements"
      names={data.map((name) => ({ name }))}
      chosen={state.measurement === '' ? [] : [state.measurement]}
      onChange={([measurement = '']) => onPick({ measurement, fields: [], tags: [] })}
      empty="No measurements: nothing has been written here yet."
    />
  );
}

function Fields({ source, state, onPick }: PartProps) {
  const { data } = useSuspenseQuery(schemaQueries.fields(source, state.measurement));
  return (
    <NameList
      label="Fields"
      names={data.map(({ name, type }) => ({ name, hint: type }))}
      chosen={state.fields}
      onChange={(fields) => onPick({ fields })}
      empty="No fields"
    />
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title} lines={3}>
      {children}
    </Section>
  );
}

function ByHand({ onReset }: { onReset: () => void }) {
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" c="dimmed">
        The query was edited by hand. Picking below replaces it.
      </Text>
      <Button size="compact-xs" variant="default" onClick={onReset}>
        Back to the builder’s query
      </Button>
    </Stack>
  );
}
