import { Button, Group, NavLink, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { timeLabel } from '@/lib/ticks';
import type { Interval, TimeRange } from '@/lib/timeRange';
import {
  describeRelative,
  formatTimeRange,
  parseTimeRange,
  timeRangePresets,
} from '@/lib/timeRange';

export interface TimeRangePickerProps {
  range: TimeRange;
  /** What the range means now: the start of an own one. */
  interval: Interval;
  /** In the form that `parseTimeRange` reads. */
  onChange: (text: string) => void;
}

export function TimeRangePicker({ range, interval, onChange }: TimeRangePickerProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const pick = (text: string) => {
    onChange(text);
    close();
  };
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconClock size={15} />}
          onClick={toggle}
          aria-label={`Time range: ${labelOf(range)}`}
        >
          {labelOf(range)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Group align="flex-start" gap="md" maw="min(480px, calc(100vw - 40px))" p={4}>
          <ScrollArea.Autosize mah={380} type="auto" offsetScrollbars>
            <Stack component="fieldset" bd={0} p={0} m={0} gap={0} aria-label="Usual ranges">
              {timeRangePresets.map(({ text, label }) => (
                <NavLink
                  key={text}
                  component="button"
                  py={4}
                  label={label}
                  active={range.kind === 'relative' && range.text === text}
                  data-autofocus={(range.kind === 'relative' && range.text === text) || undefined}
                  onClick={() => pick(text)}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          <OwnRange key={formatTimeRange(range)} interval={interval} onApply={pick} />
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

/** In the zone of the chart's axis. */
function labelOf(range: TimeRange): string {
  if (range.kind === 'relative') return describeRelative(range.text);
  return [range.from, range.to].map((ms) => timeLabel(ms, 0, 'local')).join(' to ');
}

/** What an input of type datetime-local holds: the local time without its zone. */
function localText(ms: number): string {
  const offset = new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - offset).toISOString().slice(0, 19);
}

function absolute(from: string, to: string): string {
  const iso = (text: string) => {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  };
  return `${iso(from)}..${iso(to)}`;
}

function OwnRange({ interval, onApply }: { interval: Interval; onApply: (text: string) => void }) {
  const [from, setFrom] = useState(() => localText(interval.from));
  const [to, setTo] = useState(() => localText(interval.to));
  const [past, setPast] = useState('');
  const text = past === '' ? absolute(from, to) : past;
  const isValid = parseTimeRange(text) !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) onApply(text);
      }}
    >
      <Stack gap="xs" w={220}>
        <TextInput
          label="From"
          type="datetime-local"
          step={1}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label="To"
          type="datetime-local"
          step={1}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label="Or the past"
          placeholder="45m, 4w2d"
          value={past}
          onChange={(event) => setPast(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!isValid}>
          Apply
        </Button>
        {!isValid && (
          <Text size="xs" c="dimmed">
            The start has to lie before the end.
          </Text>
        )}
      </Stack>
    </form>
  );
}
