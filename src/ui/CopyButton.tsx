import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useCopy } from './useCopy';

export interface CopyButtonProps {
  text: string;
  /** What is copied, for the button's name: "bucket id". */
  what: string;
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const { outcome, copy } = useCopy(text);
  const label = `Copy ${what}`;
  return (
    <ActionIcon
      size="xs"
      variant="subtle"
      color={outcome === 'failed' ? 'danger' : 'gray'}
      aria-label={label}
      title={outcome === 'failed' ? 'The browser refused: select and copy by hand' : label}
      onClick={copy}
    >
      {outcome === 'none' && <IconCopy size={14} />}
      {outcome === 'copied' && <IconCheck size={14} />}
      {outcome === 'failed' && <IconAlertTriangle size={14} />}
      <VisuallyHidden component="output">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'failed' && 'Not copied'}
      </VisuallyHidden>
    </ActionIcon>
  );
}
