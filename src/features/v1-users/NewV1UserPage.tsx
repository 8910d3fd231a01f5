import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { NewV1UserForm } from './NewV1UserForm';

export function NewV1UserPage() {
  return (
    <>
      <PageHeader
        title="New v1 user"
        subtitle="A user name and password for clients of InfluxDB 1.x"
      />
      <Section lines={8}>
        <NewV1UserForm />
      </Section>
    </>
  );
}
