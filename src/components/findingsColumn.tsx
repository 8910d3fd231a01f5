import { byGravity, gravity } from '@/lib/byGravity';
import type { Finding } from '@/lib/findings';
import { rules } from '@/lib/findings';
import type { Column, Facet } from '@/ui/table/tableSpec';
import { FindingMark } from './FindingMark';

interface Found {
  findings: readonly Finding[];
}

type TitleOf<Row> = (finding: Finding, row: Row) => string;

function usualTitle({ rule }: Finding): string {
  return rules[rule].title;
}

/** The gravest first. */
function titlesOf<Row extends Found>(row: Row, titleOf: TitleOf<Row>): string[] {
  return byGravity(row.findings).map((finding) => titleOf(finding, row));
}

/** The gravest finding of a row, and how many there are besides. */
export function findingsColumn<Row extends Found>(
  width: number,
  titleOf: TitleOf<Row> = usualTitle,
): Column<Row> {
  return {
    key: 'findings',
    label: 'Findings',
    sparse: true,
    width,
    text: (row) => titlesOf(row, titleOf).join(', '),
    order: ({ findings }) => gravity(findings),
    cell: (row) => {
      const [gravest, ...others] = byGravity(row.findings);
      if (!gravest) return null;
      const { severity } = rules[gravest.rule];
      const title = titleOf(gravest, row);
      return <FindingMark severity={severity} title={title} more={others.length} />;
    },
  };
}

export function findingsFacet<Row extends Found>(titleOf: TitleOf<Row> = usualTitle): Facet<Row> {
  return { key: 'finding', label: 'Finding', of: (row) => titlesOf(row, titleOf) };
}
