import type { Activity } from '@/lib/activity';
import { actionText } from '@/lib/activity';
import { queryString } from '@/lib/apiCall';
import { csvText } from '@/lib/csvText';

const head = ['at', 'server', 'who', 'action', 'what', 'outcome', 'words', 'calls'];

/** Without the bodies, which are in the JSON. */
export function activityAsCsv(entries: readonly Activity[]): string {
  const rows = entries.map((entry) => [
    entry.at,
    entry.server,
    entry.who,
    actionText(entry),
    entry.what ?? '',
    entry.outcome,
    entry.words,
    entry.calls
      .map(({ method, path, query }) => `${method} ${path}${queryString(query)}`)
      .join('; '),
  ]);
  return csvText(head, rows);
}

export function activityAsJson(entries: readonly Activity[]): string {
  return JSON.stringify(entries, null, 2);
}
