import { Button, FileButton, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { RequestPreview } from '@/components/RequestPreview';
import type { ApiCall } from '@/lib/apiCall';
import { formatBytes } from '@/lib/bytes';
import { counted } from '@/lib/counted';
import type { Precision } from '@/lib/lineProtocol';
import type { Picked } from '@/lib/paths';
import { LineProblems } from './LineProblems';
import type { CheckedLines } from './lines';
import { checkLines, sampleLines } from './lines';
import { selectLine } from './lineSelection';
import { useSending, WriteOutcome } from './WriteOutcome';

export interface WriteFormProps {
  /** Where it goes, in words; null while nothing is chosen. */
  target: string | null;
  precision: Precision;
  onPrecision: (precision: Precision) => void;
  send: (body: string) => Promise<void>;
  /** What is sent, for the preview. */
  callFor: (body: string) => ApiCall;
  /** Shown after success: where the points can be seen. */
  next: (written: Picked) => ReactNode;
}

export function WriteForm(props: WriteFormProps) {
  const { target, precision, onPrecision, send, callFor, next } = props;
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const deferred = useDeferredValue(text);
  const checked = useMemo(() => checkLines(deferred, precision), [deferred, precision]);
  const { outcome, isSending, submit, forget } = useSending({ send, callFor });
  const edit = (value: string) => {
    setText(value);
    forget();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(checkLines(text, precision));
      }}
    >
      <Stack gap="sm">
        <Toolbar precision={precision} onPrecision={onPrecision} onText={edit} />
        <Textarea
          ref={area}
          label="Line protocol"
          placeholder="measurement,tag=value field=1.5 1700000000000000000"
          rows={14}
          resize="vertical"
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={text}
          onChange={(event) => edit(event.currentTarget.value)}
        />
        <Summary checked={checked} />
        <LineProblems checked={checked} onGoTo={(line) => selectLine(area.current, line)} />
        <WriteOutcome outcome={outcome} next={next} />
        <Group gap="sm">
          <Button
            type="submit"
            loading={isSending}
            disabled={target === null || text.trim() === ''}
          >
            {target === null ? 'Choose a bucket to write to' : `Write to ${target}`}
          </Button>
          <Button variant="default" disabled={text === ''} onClick={() => edit('')}>
            Clear
          </Button>
        </Group>
        {target !== null && <RequestPreview calls={[callFor(preview(checked.body))]} />}
      </Stack>
    </form>
  );
}

const previewLength = 2000;

function preview(body: string): string {
  return body.length > previewLength ? `${body.slice(0, previewLength)}\n…` : body;
}

const precisions = [
  { value: 'ns', label: 'ns' },
  { value: 'us', label: 'µs' },
  { value: 'ms', label: 'ms' },
  { value: 's', label: 's' },
];

interface ToolbarProps {
  precision: Precision;
  onPrecision: (precision: Precision) => void;
  onText: (text: string) => void;
}

function Toolbar({ precision, onPrecision, onText }: ToolbarProps) {
  return (
    <Group gap="sm" justify="space-between">
      <Group gap="xs">
        <Text size="sm" fw={500} id="precision-label">
          Precision of timestamps
        </Text>
        <SegmentedControl
          aria-labelledby="precision-label"
          data={precisions}
          value={precision}
          onChange={(value) => onPrecision(value as Precision)}
        />
      </Group>
      <Group gap="xs">
        <Button variant="default" onClick={() => onText(sampleLines)}>
          Insert two sample lines
        </Button>
        <FileButton
          accept="text/*,.lp,.txt"
          onChange={(file) => void file?.text().then(onText)}
          inputProps={{ 'aria-label': 'File of line protocol' }}
        >
          {(button) => (
            <Button variant="default" {...button}>
              Open a file
            </Button>
          )}
        </FileButton>
      </Group>
    </Group>
  );
}

function Summary({ checked }: { checked: CheckedLines }) {
  const { points, fields, measurements, errors, bytes } = checked;
  const names = measurements.slice(0, 3).join(', ') + (measurements.length > 3 ? ', …' : '');
  const parts = [
    counted(points, 'point'),
    counted(fields, 'field value'),
    ...(measurements.length > 0 ? [`measurement ${names}`] : []),
    ...(errors.length > 0 ? [counted(errors.length, 'bad line')] : []),
    formatBytes(bytes),
  ];
  return (
    <Text component="output" size="sm" c="dimmed">
      {points + errors.length === 0 ? 'Nothing to write yet' : parts.join(' · ')}
    </Text>
  );
}
