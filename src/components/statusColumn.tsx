import type { Column, Facet } from '@/ui/table/tableSpec';
import type { StatusDotProps } from './StatusDot';
import { StatusDot } from './StatusDot';

export const statusColumn: Column<StatusDotProps> = {
  key: 'status',
  label: 'Status',
  width: 86,
  text: ({ status }) => status,
  cell: ({ status }) => <StatusDot status={status} />,
};

export const statusFacet: Facet<StatusDotProps> = {
  key: 'status',
  label: 'Status',
  of: ({ status }) => status,
};
