import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { usePreference } from '@/components/preferences';
import type { Preset } from '@/lib/presets';
import { presets } from '@/lib/presets';
import { asPreset, presetOrg } from '@/lib/presetsSaved';
import type { Surroundings } from '@/lib/surroundings';
import { ImportPreset } from './ImportPreset';
import { LikeAnother } from './LikeAnother';
import type { NewToken } from './newTokenDraft';
import { withOrg, withPermissionsOf, withPreset } from './newTokenDraft';
import classes from './newToken.module.css';
import { SavedPresetMenu } from './SavedPresetMenu';
import { SavePreset } from './SavePreset';

export interface PresetListProps {
  token: NewToken;
  around: Surroundings;
  onChange: (change: (token: NewToken) => NewToken) => void;
}

/** What to begin with. Choosing one replaces what is ticked; selected buckets stay. */
export const PresetList = memo(function PresetList({ token, around, onChange }: PresetListProps) {
  const [saved, setSaved] = usePreference('tokenPresets');
  const use = (preset: Preset) => onChange((before) => withPreset(before, preset, around));
  return (
    <Stack gap="md">
      <Title order={2} size="h4" mb={-10}>
        Presets
      </Title>
      <div className={classes.list}>
        {presets.map((preset) => (
          <PresetButton
            key={preset.key}
            preset={preset}
            isUsed={token.presetKey === preset.key}
            onUse={() => use(preset)}
          />
        ))}
      </div>
      <LikeAnother
        onChoose={(other) => onChange((before) => withPermissionsOf(before, other, around))}
      />
      <Title order={3} size="h5" mb={-12}>
        Your own
      </Title>
      <div className={classes.list}>
        {saved.map((each) => {
          const preset = asPreset(each);
          const org = presetOrg(each);
          const start = () =>
            onChange((before) => {
              const there =
                org !== undefined && around.orgs.has(org) ? withOrg(before, org) : before;
              return withPreset(there, preset, around);
            });
          return (
            <PresetButton
              key={preset.key}
              preset={preset}
              isUsed={token.presetKey === preset.key}
              onUse={start}
            >
              <SavedPresetMenu preset={each} saved={saved} onChange={setSaved} />
            </PresetButton>
          );
        })}
        {saved.length === 0 && <Text className={classes.about}>None in this browser yet.</Text>}
        <SavePreset token={token} saved={saved} onChange={setSaved} />
        <ImportPreset saved={saved} onChange={setSaved} />
      </div>
    </Stack>
  );
});

interface PresetButtonProps {
  preset: Preset;
  isUsed: boolean;
  onUse: () => void;
  children?: ReactNode;
}

function PresetButton({ preset, isUsed, onUse, children }: PresetButtonProps) {
  return (
    <div>
      <div className={classes.presetLine}>
        <UnstyledButton className={classes.preset} aria-pressed={isUsed} onClick={onUse}>
          {preset.label}
        </UnstyledButton>
        {children}
      </div>
      {isUsed && <Text className={classes.about}>{preset.about}</Text>}
    </div>
  );
}
