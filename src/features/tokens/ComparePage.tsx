import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { Comparison } from './compare/Comparison';

export function ComparePage() {
  return (
    <>
      <PageHeader
        title="Compare tokens"
        subtitle="What each has that the other lacks: two tokens, a token and a v1 user, or a token and a preset."
      />
      <Section lines={8}>
        <Comparison />
      </Section>
    </>
  );
}
