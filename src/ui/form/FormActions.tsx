import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ErrorWords } from '@/ui/errorWords';
import { Refusal } from './Refusal';

export interface FormActionsProps {
  label: string;
  submitting: boolean;
  refusal: ErrorWords | null;
  disabled?: boolean;
  danger?: boolean;
  /** Beside the submit button: cancel. */
  children?: ReactNode;
}

export function FormActions(props: FormActionsProps) {
  const { label, submitting, refusal, disabled, danger = false, children } = props;
  return (
    <Stack gap="sm">
      <Refusal words={refusal} />
      <Group gap="xs">
        <Button
          type="submit"
          loading={submitting}
          disabled={disabled}
          color={danger ? 'danger' : undefined}
        >
          {label}
        </Button>
        {children}
      </Group>
    </Stack>
  );
}
