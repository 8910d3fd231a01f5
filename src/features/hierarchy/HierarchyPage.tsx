import { Stack } from '@mantine/core';
import { useState } from 'react';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import type { Demonstration } from './demonstration';
import { Ladder } from './Ladder';
import { Leftovers } from './Leftovers';
import { StartForm } from './StartForm';
import { Trials } from './Trials';

export function HierarchyPage() {
  const [demonstration, setDemonstration] = useState<Demonstration | null>(null);
  return (
    <>
      <PageHeader
        title="Hierarchy of credentials"
        subtitle="The same calls, sent for real with each kind of credential."
      />
      <Stack gap="xl">
        <Ladder performers={demonstration?.performers} />
        {demonstration ? (
          <Trials demonstration={demonstration} onEnd={() => setDemonstration(null)} />
        ) : (
          <Section title="Start" lines={5}>
            <Leftovers />
            <StartForm onStart={setDemonstration} />
          </Section>
        )}
      </Stack>
    </>
  );
}
