import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { replacedName } from '@/lib/replacementRecord';
import type { StepProps } from './ReplacementFlow';

export function Ended({ replacement, send }: StepProps<'done' | 'undone'>) {
  const { server = '' } = useParams();
  const { old, draft } = replacement;
  const name = replacedName(old);
  if (replacement.step === 'done') {
    const { id } = replacement.made;
    return (
      <Stack gap="md" maw={720}>
        <Text>
          Done: “{name}” is deleted, and{' '}
          <Anchor component={Link} underline="always" to={paths.token(server, id)}>
            {draft.description || id}
          </Anchor>{' '}
          has taken its place.
        </Text>
      </Stack>
    );
  }
  const { left } = replacement;
  return (
    <Stack gap="md" maw={720}>
      <Text>
        {left.length === 0
          ? `Undone: “${name}” is as it was.`
          : `“${name}” is as it was. Left on the server:`}
      </Text>
      {left.map((id) => (
        <Anchor key={id} component={Link} underline="always" to={paths.token(server, id)}>
          {draft.description || id}
        </Anchor>
      ))}
      <Group>
        <Button onClick={() => send({ type: 'again' })}>Begin again with the same choice</Button>
        <Button variant="default" component={Link} to={paths.token(server, old.id)}>
          Open the token
        </Button>
      </Group>
    </Stack>
  );
}
