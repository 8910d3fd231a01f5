import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ApiCall } from '@/lib/apiCall';
import type { PreviewKind } from '@/lib/requestPreview';
import { previewCode } from '@/lib/requestPreview';
import { CodeBlock } from '@/ui/CodeBlock';
import { Disclosure } from '@/ui/Disclosure';

export interface RequestPreviewProps {
  /** What would be sent, or was; null while what is typed cannot be sent. */
  calls: readonly ApiCall[] | null;
  label?: string;
}

const kinds: { value: PreviewKind; label: string }[] = [
  { value: 'curl', label: 'curl' },
  { value: 'cli', label: 'influx CLI' },
  { value: 'python', label: 'Python' },
  { value: 'javascript', label: 'JavaScript' },
];

/** The same write for a script or a terminal, made from the values that are sent. */
export function RequestPreview({ calls, label = 'Show the API call' }: RequestPreviewProps) {
  const [kind, setKind] = useState<PreviewKind>('curl');
  return (
    <Disclosure label={label}>
      {() => <Code calls={calls} kind={kind} onKind={setKind} />}
    </Disclosure>
  );
}

interface CodeProps extends Pick<RequestPreviewProps, 'calls'> {
  kind: PreviewKind;
  onKind: (kind: PreviewKind) => void;
}

function Code({ calls, kind, onKind }: CodeProps) {
  if (calls === null) {
    return <Text c="dimmed">Nothing to send while a value above is missing or wrong.</Text>;
  }
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        w="fit-content"
        maw="100%"
        data={kinds}
        value={kind}
        onChange={onKind}
        aria-label="Language"
      />
      <CodeBlock code={previewCode(calls, kind)} label="API call" />
      <Text size="xs" c="dimmed">
        INFLUX_HOST is the address of the server, INFLUX_TOKEN your token.
      </Text>
    </Stack>
  );
}
