import { Box, Button, Group, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DurationInput.module.css';

export interface DurationInputProps {
  label: string;
  description?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  presets: readonly string[];
  /** What the text means, shown while typing: "= 720 h". */
  meaning: string;
  placeholder?: string;
}

/** Free text with the usual choices one click away. */
export function DurationInput(props: DurationInputProps) {
  const { label, description, value, onChange, error, presets, meaning, placeholder } = props;
  return (
    <Stack gap={6}>
      <TextInput
        label={label}
        description={description}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        inputContainer={(input) => (
          <Group gap="sm">
            <Box w={220}>{input}</Box>
            <Text component="output" c="dimmed">
              {meaning}
            </Text>
          </Group>
        )}
      />
      <Group gap={4} component="fieldset" className={classes.presets}>
        <VisuallyHidden component="legend">{label}: usual values</VisuallyHidden>
        {presets.map((preset) => (
          <Button
            key={preset}
            size="compact-xs"
            fw={500}
            variant={preset === value ? 'light' : 'default'}
            aria-pressed={preset === value}
            onClick={() => onChange(preset)}
          >
            {preset}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
