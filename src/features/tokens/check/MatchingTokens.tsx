import { Anchor, List, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { tokenQueries } from '@/api/tokens';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { useSurroundings } from '@/components/useSurroundings';
import { counted, countText } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { classify } from '@/lib/permissionClasses';
import type { SeenSecret } from '@/lib/tokenMatch';
import { matchToken } from '@/lib/tokenMatch';

/** More say nothing. */
const shown = 10;

/** Which row of the list it is, or can be. */
export function MatchingTokens({ seen }: { seen: SeenSecret }) {
  const { server = '' } = useParams();
  const { data: tokens } = useSuspenseQuery(tokenQueries.all);
  const around = useSurroundings();
  const { rows, isCertain } = matchToken(tokens, seen, around);
  if (rows.length === 0) {
    return (
      <Text c="dimmed">
        {around.isComplete
          ? 'No token in the list can be it. A token whose org was deleted still works, and is not listed.'
          : 'None of the tokens that you may list can be it.'}
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      <Text>
        {isCertain
          ? 'It is this token:'
          : `It may be ${rows.length === 1 ? 'this token' : `one of ${counted(rows.length, 'token')}`}:`}
      </Text>
      <List size="sm">
        {rows.slice(0, shown).map(({ id, description, org, user, permissions }) => (
          <List.Item key={id}>
            <Anchor component={Link} underline="always" to={paths.token(server, id)}>
              {description || id}
            </Anchor>{' '}
            <Text span c="dimmed">
              of {user} in {org}
            </Text>{' '}
            <TokenClassBadge classification={classify(permissions, around.types)} />
          </List.Item>
        ))}
        {rows.length > shown && <List.Item>and {countText(rows.length - shown)} more</List.Item>}
      </List>
      {!isCertain && (
        <Text c="dimmed">
          The server tells no secret its name; these have the state, owner and readable buckets that
          it has shown.
        </Text>
      )}
    </Stack>
  );
}
