import { Button, Text } from '@mantine/core';
import { IconHelpCircle, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router-dom';
import { RanCalls } from '@/components/RanCalls';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { isTokenCall } from './isTokenCall';
import { UnfinishedReplacements } from './replace/UnfinishedReplacements';
import { TokenTable } from './TokenTable';

const gapsOfOperator =
  'The server does not list tokens whose user was deleted (it refuses them) or whose org was deleted (they still sign in).';

const gapsOfOthers =
  'The server lists a token only to those who may read its owner: tokens of other users are hidden from this credential.';

export function TokensPage() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  return (
    <>
      <PageHeader title="Tokens">
        <Button
          component={Link}
          to={paths.checkToken(server)}
          variant="default"
          leftSection={<IconHelpCircle size={16} />}
        >
          What is this token?
        </Button>
        <Button component={Link} to={paths.newToken(server)} leftSection={<IconPlus size={16} />}>
          Create token
        </Button>
      </PageHeader>
      <RanCalls about={isTokenCall} />
      <UnfinishedReplacements />
      <Section lines={12}>
        <TokenTable />
        <Text size="xs" c="dimmed">
          {caller.isOperator ? gapsOfOperator : gapsOfOthers}
        </Text>
      </Section>
    </>
  );
}
