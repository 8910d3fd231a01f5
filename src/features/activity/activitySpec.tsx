import type { Activity } from '@/lib/activity';
import { actionText } from '@/lib/activity';
import { queryString } from '@/lib/apiCall';
import { timeColumn } from '@/ui/table/columns';
import type { TableSpec } from '@/ui/table/tableSpec';
import { OutcomeBadge } from './OutcomeBadge';

/** `PATCH /api/v2/buckets/…`, and how many more there were. */
function callsText({ calls, callCount }: Pick<Activity, 'calls' | 'callCount'>): string {
  const [first] = calls;
  if (!first) return '';
  const text = `${first.method} ${first.path}${queryString(first.query)}`;
  return callCount > 1 ? `${text} and ${callCount - 1} more` : text;
}

export const activitySpec: TableSpec<Activity> = {
  noun: ['write', 'writes'],
  rowKey: ({ id }) => id,
  rowName: actionText,
  sort: '-time',
  columns: [
    { key: 'action', label: 'Action', width: 230, text: actionText },
    {
      key: 'what',
      label: 'What',
      sparse: true,
      width: 180,
      grows: true,
      text: ({ what = '' }) => what,
    },
    {
      key: 'outcome',
      label: 'Outcome',
      width: 100,
      text: ({ outcome }) => outcome,
      cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    {
      key: 'words',
      label: 'Reason',
      sparse: true,
      width: 220,
      grows: true,
      muted: true,
      text: ({ words }) => words,
    },
    {
      key: 'calls',
      label: 'API call',
      width: 280,
      grows: true,
      wide: true,
      mono: true,
      muted: true,
      text: callsText,
    },
    { key: 'who', label: 'Who', width: 120, text: ({ who }) => who },
    { key: 'server', label: 'Server', width: 96, text: ({ server }) => server },
    timeColumn('time', 'When', ({ at }) => at, 90),
  ],
  facets: [
    { key: 'server', label: 'Server', of: ({ server }) => server },
    { key: 'outcome', label: 'Outcome', of: ({ outcome }) => outcome },
    { key: 'who', label: 'Who', of: ({ who }) => who },
  ],
};
