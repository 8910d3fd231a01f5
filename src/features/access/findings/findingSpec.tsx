import { FindingMark } from '@/components/FindingMark';
import { rules } from '@/lib/findings';
import { CellLink } from '@/ui/table/CellLink';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { FindingRow } from './findingRow';
import { ruleNames } from './ruleCounts';
import { severities } from './SeverityBadge';

export const findingSpec: TableSpec<FindingRow> = {
  noun: ['finding', 'findings'],
  rowKey: ({ key }) => key,
  rowName: ({ about }) => about,
  sort: 'severity',
  columns: [
    { key: 'about', label: 'About', width: 140, grows: true, text: ({ about }) => about },
    {
      key: 'severity',
      label: 'Finding',
      width: 186,
      text: ({ severity, rule }) => `${severity}: ${rules[rule].title}`,
      order: ({ severity, rule }) => severities.indexOf(severity) * 100 + ruleNames.indexOf(rule),
      cell: ({ severity, rule }) => <FindingMark severity={severity} title={rules[rule].title} />,
    },
    { key: 'detail', label: 'Detail', width: 160, grows: true, text: ({ detail }) => detail },
    {
      key: 'fix',
      label: 'Fix',
      width: 140,
      search: 'no',
      text: ({ fix }) => fix.label,
      cell: ({ fix }) => <CellLink to={fix.to}>{fix.label}</CellLink>,
    },
    { key: 'org', label: 'Org', width: 76, wide: true, muted: true, text: ({ org }) => org },
  ],
  facets: [
    { key: 'rule', label: 'Rule', of: ({ rule }) => rule },
    { key: 'severity', label: 'Severity', of: ({ severity }) => severity },
    { key: 'kind', label: 'Kind', of: ({ kind }) => kind },
    { key: 'owner', label: 'Owner', of: ({ owner }) => owner || [] },
    { key: 'org', label: 'Org', of: ({ org }) => org || [] },
  ],
};
