import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from './copyText';

type Outcome = 'none' | 'copied' | 'failed';

export interface CopyButtonProps {
  text: string;
  /** What is copied, for the button's name: "bucket id". */
  what: string;
  tabIndex?: number;
}

const shownMs = 2000;

/** Says that it was copied only when the browser did it. */
export function CopyButton({ text, what, tabIndex }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return undefined;
    const timer = setTimeout(() => setOutcome('none'), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'failed');
  const label = `Copy ${what}`;
  return (
    <ActionIcon
      size="xs"
      variant="subtle"
      color={outcome === 'failed' ? 'danger' : 'gray'}
      aria-label={label}
      title={outcome === 'failed' ? 'The browser refused: select and copy by hand' : label}
      tabIndex={tabIndex}
      onClick={() => void copy()}
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
