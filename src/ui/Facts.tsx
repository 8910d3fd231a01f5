import { DataList } from '@mantine/core';
import type { ReactNode } from 'react';

export interface FactsProps {
  facts: readonly (readonly [label: string, value: ReactNode])[];
}

/** What is known of one object, label beside value. */
export function Facts({ facts }: FactsProps) {
  return (
    <DataList size="sm" gap={6} labelWidth="165px">
      {facts.map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
