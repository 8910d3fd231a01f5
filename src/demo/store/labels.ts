import { snowflake } from '@/demo/ids';
import type { DemoState, LabelRecord } from '@/demo/state';

/** By id, whatever the order they were attached in. */
export function labelsOf(state: DemoState, resourceID: string): LabelRecord[] {
  const ids = state.attachedLabels.get(resourceID) ?? new Set<string>();
  return [...ids].sort().flatMap((id) => state.labels.get(id) ?? []);
}

/** Names are unique in their org, ignoring case and outer spaces. */
export function isLabelNameTaken(
  state: DemoState,
  label: Omit<LabelRecord, 'properties'>,
): boolean {
  const wanted = label.name.trim().toLowerCase();
  return [...state.labels.values()].some(
    (other) =>
      other.id !== label.id &&
      other.orgID === label.orgID &&
      other.name.trim().toLowerCase() === wanted,
  );
}

/** The org need not exist. */
export function createLabel(state: DemoState, draft: Omit<LabelRecord, 'id'>): LabelRecord {
  const label = { ...draft, id: snowflake(state) };
  state.labels.set(label.id, label);
  return label;
}

/** Given properties are merged in; an empty value deletes its key. */
export function mergeProperties(
  current: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>>,
): Record<string, string> {
  const merged = { ...current, ...change };
  return Object.fromEntries(
    Object.entries(merged).filter(([key, value]) => change[key] === undefined || value !== ''),
  );
}

/** Also from what has it. */
export function removeLabel(state: DemoState, id: string): void {
  state.labels.delete(id);
  for (const ids of state.attachedLabels.values()) ids.delete(id);
}
