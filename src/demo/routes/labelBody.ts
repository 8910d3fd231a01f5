import type { LabelRecord } from '@/demo/state';

/** A label inside lists. `properties` are left out when there are none. */
export function labelBody({ id, orgID, name, properties }: LabelRecord): Record<string, unknown> {
  const hasProperties = Object.keys(properties).length > 0;
  return { id, orgID, name, ...(hasProperties ? { properties } : {}) };
}

/** A label of its own is wrapped. */
export function labelAnswer(label: LabelRecord): Record<string, unknown> {
  return { links: { self: `/api/v2/labels/${label.id}` }, label: labelBody(label) };
}

export function labelListAnswer(labels: readonly LabelRecord[]): Record<string, unknown> {
  return { links: { self: '/api/v2/labels' }, labels: labels.map(labelBody) };
}
