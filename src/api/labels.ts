export interface Label {
  id: string;
  orgID: string;
  name: string;
  /** Absent when there are none. */
  properties?: { color?: string; description?: string } & Record<string, string>;
}
