import { Button, Code, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { FormActions } from './form/FormActions';
import { useSubmit } from './form/useSubmit';

export interface ConfirmDialogProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
  confirmLabel: string;
  /** Must be typed first: data or access is lost for good. */
  typedName?: string;
  /** While it is not known yet what will happen. */
  disabled?: boolean;
  /** As most of what asks first; `false` where nothing is lost. */
  isDanger?: boolean;
  /** What will happen, with names and counts. */
  children: ReactNode;
}

/** Second grade, with the consequences; third grade with `typedName`. Stays open when the server refuses. */
export function ConfirmDialog({ title, opened, onClose, ...rest }: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg">
      <Confirmation onClose={onClose} {...rest} />
    </Modal>
  );
}

type ConfirmationProps = Omit<ConfirmDialogProps, 'title' | 'opened'>;

/** What such a dialog holds, for one that goes on after the answer. */
export function Confirmation(props: ConfirmationProps) {
  const { onClose, onConfirm, confirmLabel, typedName, children } = props;
  const { disabled = false, isDanger = true } = props;
  const form = useForm({ initialValues: { typed: '' } });
  const { submit, refusal } = useSubmit(form, onConfirm);
  const isTyped = typedName === undefined || form.values.typed === typedName;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {children}
        {typedName !== undefined && (
          <TextInput
            label={
              <Text span size="sm">
                Type <Code>{typedName}</Code> to confirm
              </Text>
            }
            aria-label={`Type ${typedName} to confirm`}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            {...form.getInputProps('typed')}
          />
        )}
        <FormActions
          label={confirmLabel}
          submitting={form.submitting}
          refusal={refusal}
          disabled={disabled || !isTyped}
          danger={isDanger}
        >
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}
