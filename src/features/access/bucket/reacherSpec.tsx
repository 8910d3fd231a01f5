import { accessColumn, accessFacet } from '@/components/access/accessColumn';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import type { Obstacle, Reacher } from '@/lib/bucketAccess';
import { credentialName } from '@/lib/credentialName';
import type { TableSpec } from '@/ui/table/tableSpec';

const obstacleWords: Record<Obstacle, string> = {
  '': '',
  inactive: 'inactive',
  'owner inactive': 'owner is inactive',
  'owner gone': 'owner is gone',
  'user inactive': 'user is inactive',
};

const className = ({ classification }: Reacher) => classification?.class ?? '';

export const reacherSpec: TableSpec<Reacher> = {
  noun: ['reader or writer', 'readers and writers'],
  rowKey: ({ key }) => key,
  rowName: credentialName,
  sort: 'name',
  apart: {
    label: 'Refused by the server now: would reach the bucket if activated',
    of: ({ obstacle }) => obstacle !== '',
  },
  columns: [
    {
      key: 'name',
      label: 'Who',
      width: 240,
      text: credentialName,
    },
    accessColumn,
    { key: 'kind', label: 'Kind', width: 76, muted: true, text: ({ kind }) => kind },
    {
      key: 'class',
      label: 'Class',
      width: 108,
      text: className,
      cell: ({ classification }) =>
        classification && <TokenClassBadge classification={classification} />,
    },
    { key: 'why', label: 'Why', width: 230, grows: true, text: ({ why }) => why },
    {
      key: 'state',
      label: 'Refused',
      sparse: true,
      width: 120,
      text: ({ obstacle }) => obstacleWords[obstacle],
    },
    { key: 'owner', label: 'Owner', width: 84, muted: true, text: ({ owner }) => owner },
    { key: 'org', label: 'Org', width: 80, muted: true, text: ({ org }) => org },
  ],
  facets: [
    accessFacet,
    { key: 'kind', label: 'Kind', of: ({ kind }) => kind },
    {
      key: 'class',
      label: 'Class',
      of: (reacher) => className(reacher) || [],
    },
    { key: 'owner', label: 'Owner', of: ({ owner }) => owner },
    { key: 'org', label: 'Org', of: ({ org }) => org || [] },
    {
      key: 'state',
      label: 'Works',
      of: ({ obstacle }) => (obstacle === '' ? 'now' : 'not now'),
    },
  ],
};
