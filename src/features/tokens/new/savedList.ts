import { compareNatural } from '@/lib/naturalOrder';
import type { SavedPreset } from '@/lib/presetsSaved';

export type SavedList = readonly SavedPreset[];

export interface SavedListProps {
  saved: SavedList;
  onChange: (change: (saved: SavedPreset[]) => SavedPreset[]) => void;
}

/** One of the same name is replaced. */
export function withSaved(saved: SavedList, preset: SavedPreset): SavedPreset[] {
  return [...saved.filter(({ name }) => name !== preset.name), preset].toSorted((a, b) =>
    compareNatural(a.name, b.name),
  );
}

export function withoutSaved(saved: SavedList, name: string): SavedPreset[] {
  return saved.filter((each) => each.name !== name);
}
