import { Stack } from '@mantine/core';
import { useParams } from 'react-router-dom';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { CheckForm } from './check/CheckForm';
import { CheckResult } from './check/CheckResult';
import { useCredentialCheck } from './check/useCredentialCheck';

/** The pasted secret lives in this component: leaving the page forgets it. */
export function CheckTokenPage() {
  const { server = '' } = useParams();
  const { checked, check, forget } = useCredentialCheck(server);
  return (
    <>
      <PageHeader
        title="What is this token?"
        subtitle="Paste a secret: Headgate asks the server with it, and writes nothing. It stays in the memory of this page, and is forgotten when you leave."
      />
      <Stack gap="xl">
        <CheckForm onCheck={check} canForget={checked !== undefined} onForget={forget} />
        {checked && (
          <Section title="What the server lets be known" lines={6}>
            <CheckResult key={checked.turn} checked={checked} />
          </Section>
        )}
      </Stack>
    </>
  );
}
