import { Link } from 'react-router-dom';
import { rules } from '@/lib/findings';
import type { TableSpec } from '@/ui/table/tableSpec';
import classes from './findings.module.css';
import type { Fix, FindingRow } from './findingRow';
import { severities, SeverityBadge } from './SeverityBadge';

export const findingSpec: TableSpec<FindingRow> = {
  noun: ['finding', 'findings'],
  rowKey: ({ key }) => key,
  rowName: ({ about }) => about,
  sort: 'severity',
  columns: [
    { key: 'about', label: 'About', width: 170, grows: true, text: ({ about }) => about },
    { key: 'kind', label: 'Kind', width: 70, muted: true, text: ({ kind }) => kind },
    {
      key: 'severity',
      label: 'Severity',
      width: 82,
      text: ({ severity }) => severity,
      order: ({ severity }) => severities.indexOf(severity),
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      key: 'title',
      label: 'Finding',
      width: 190,
      text: ({ rule }) => rules[rule].title,
    },
    { key: 'detail', label: 'Detail', width: 220, grows: true, text: ({ detail }) => detail },
    {
      key: 'fix',
      label: 'Fix',
      width: 140,
      search: 'no',
      text: ({ fix }) => fix.label,
      cell: ({ fix }) => <FixLink {...fix} />,
    },
    { key: 'owner', label: 'Owner', width: 92, muted: true, text: ({ owner }) => owner },
    { key: 'org', label: 'Org', width: 92, muted: true, text: ({ org }) => org },
  ],
  facets: [
    { key: 'rule', label: 'Rule', of: ({ rule }) => rule },
    { key: 'severity', label: 'Severity', of: ({ severity }) => severity },
    { key: 'kind', label: 'Kind', of: ({ kind }) => kind },
    { key: 'owner', label: 'Owner', of: ({ owner }) => owner || [] },
    { key: 'org', label: 'Org', of: ({ org }) => org || [] },
  ],
};

/** Out of the order of Tab, as one for each row would be too many: the menu of the row has it too. */
function FixLink({ label, to }: Fix) {
  return (
    <Link to={to} className={classes.fix} tabIndex={-1}>
      {label}
    </Link>
  );
}
