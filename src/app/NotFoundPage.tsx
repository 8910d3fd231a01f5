import { Anchor } from '@mantine/core';
import { Link } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

export function NotFoundPage() {
  return (
    <NothingHere
      title="There is no such page"
      action={
        <Anchor component={Link} to={paths.start()}>
          To the start
        </Anchor>
      }
    >
      The address may be mistyped, or belong to another version of Headgate.
    </NothingHere>
  );
}
