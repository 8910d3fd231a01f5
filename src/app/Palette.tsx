import '@mantine/spotlight/styles.layer.css';
import type { SpotlightActionData } from '@mantine/spotlight';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import classes from './Palette.module.css';
import { useHere } from './useHere';
import { useMenu } from './useMenu';
import { usePaletteObjects } from './usePaletteObjects';
import { useSignOut } from './useSignOut';

/** How many answers are shown at once. */
const shown = 12;

export interface PaletteProps {
  onClose: () => void;
  onShortcuts: () => void;
}

/** Screens, orgs and buckets by name or id. */
export function Palette({ onClose, onShortcuts }: PaletteProps) {
  const [[store, spotlight]] = useState(createSpotlight);
  useEffect(() => spotlight.open(), [spotlight]);
  const objects = usePaletteObjects();
  const screens = useScreens();
  const { server } = useHere();
  const signOut = useSignOut(server);
  const commands: SpotlightActionData[] = [
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      leftSection: <IconKeyboard size={16} />,
      onClick: onShortcuts,
    },
    {
      id: 'sign-out',
      label: 'Sign out',
      leftSection: <IconLogout size={16} />,
      onClick: () => void signOut(),
    },
  ];
  return (
    <Spotlight
      store={store}
      actions={[...screens, ...objects, ...commands]}
      limit={shown}
      shortcut={null}
      title="Find anything"
      classNames={{ header: classes.hidden }}
      onSpotlightClose={onClose}
      nothingFound="Nothing is called that here"
      searchProps={{ placeholder: 'Screen, org or bucket, by name or id', 'aria-label': 'Find' }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      scrollable
      maxHeight={440}
    />
  );
}

function useScreens(): SpotlightActionData[] {
  const items = useMenu();
  const navigate = useNavigate();
  return items
    .filter(({ obstacle }) => obstacle === undefined)
    .map(({ feature: { label, icon: Icon }, to }) => ({
      id: `screen ${label}`,
      label,
      leftSection: <Icon size={16} />,
      onClick: () => void navigate(to),
    }));
}
