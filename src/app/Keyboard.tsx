import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router-dom';
import { useKeySequence } from './useKeySequence';
import { useMenu } from './useMenu';

export type Overlay = 'palette' | 'shortcuts';

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }));
const Shortcuts = lazy(async () => ({ default: (await import('./Shortcuts')).Shortcuts }));

export interface KeyboardProps {
  overlay: Overlay | undefined;
  onChange: (overlay: Overlay | undefined) => void;
}

/** What keys do everywhere, and what they open. */
export function Keyboard({ overlay, onChange }: KeyboardProps) {
  const items = useMenu();
  const navigate = useNavigate();
  const close = () => onChange(undefined);
  useHotkeys([
    ['mod+K', () => onChange('palette')],
    ['shift+?', () => onChange('shortcuts'), { usePhysicalKeys: false }],
    ['?', () => onChange('shortcuts')],
  ]);
  useKeySequence((letter) => {
    const item = items.find(({ shortcut, obstacle }) => !obstacle && shortcut === letter);
    if (item) void navigate(item.to);
  });
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && (
        <Palette onClose={close} onShortcuts={() => onChange('shortcuts')} />
      )}
      {overlay === 'shortcuts' && <Shortcuts items={items} onClose={close} />}
    </Suspense>
  );
}
