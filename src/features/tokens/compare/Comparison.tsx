import { ActionIcon, Group, Select, Stack } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { counted } from '@/lib/counted';
import { NothingHere } from '@/ui/NothingHere';
import type { UrlCodec } from '@/ui/useUrlState';
import { useUrlState } from '@/ui/useUrlState';
import { Differences } from './Differences';
import { SideFacts } from './SideFacts';
import { choices, sideOf } from './sides';
import classes from './compare.module.css';

interface Pair {
  a: string | undefined;
  b: string | undefined;
}

const codec: UrlCodec<Pair> = {
  keys: ['a', 'b'],
  read: (params) => ({ a: params.get('a') ?? undefined, b: params.get('b') ?? undefined }),
  write: ({ a, b }) =>
    new URLSearchParams({ ...(a !== undefined && { a }), ...(b !== undefined && { b }) }),
};

/** More are found by typing. */
const shown = 100;

export function Comparison() {
  const credentials = useCredentials();
  const around = useSurroundings();
  const { state, adjust } = useUrlState(codec);
  const { a, b } = state;
  const data = useMemo(() => choices(credentials), [credentials]);
  const left = a === undefined ? undefined : sideOf(a, b, credentials, around);
  const right = b === undefined ? undefined : sideOf(b, a, credentials, around);
  const picker = {
    data,
    searchable: true,
    clearable: true,
    limit: shown,
    nothingFoundMessage: 'No token, v1 user or preset matches',
    placeholder: counted(credentials.length, 'credential'),
    className: classes.picker,
  };
  return (
    <Stack gap="lg">
      <Group align="flex-end" gap="sm">
        <Select
          label="First"
          value={a ?? null}
          onChange={(value) => adjust({ a: value ?? undefined })}
          {...picker}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Swap"
          title="Swap"
          disabled={a === undefined && b === undefined}
          onClick={() => adjust({ a: b, b: a })}
        >
          <IconArrowsLeftRight size={16} />
        </ActionIcon>
        <Select
          label="Second"
          value={b ?? null}
          onChange={(value) => adjust({ b: value ?? undefined })}
          {...picker}
        />
      </Group>
      {left || right ? (
        <div className={classes.sides}>
          <SideFacts title="First" side={left} around={around} />
          <SideFacts title="Second" side={right} around={around} />
        </div>
      ) : (
        <NothingHere title="Nothing to compare yet">
          Pick two above. The address keeps the choice.
        </NothingHere>
      )}
      {left && right && <Differences left={left} right={right} around={around} />}
    </Stack>
  );
}
