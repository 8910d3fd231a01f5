import type { Column, Facet } from '@/ui/table/tableSpec';
import type { ReadWriteProps } from './ReadWrite';
import { ReadWrite, readWriteText } from './ReadWrite';

export const accessColumn: Column<ReadWriteProps> = {
  key: 'access',
  label: 'Access',
  width: 74,
  text: readWriteText,
  order: ({ reads, writes }) => Number(reads) + 2 * Number(writes),
  cell: ({ reads, writes }) => <ReadWrite reads={reads} writes={writes} />,
};

export const accessFacet: Facet<ReadWriteProps> = {
  key: 'may',
  label: 'Access',
  of: ({ reads, writes }) => [...(reads ? ['reads'] : []), ...(writes ? ['writes'] : [])],
};
