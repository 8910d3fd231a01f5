import { Anchor, List } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';
import { PageHeader } from '@/ui/PageHeader';

/** What the 1.x paths offer the caller. */
export function DatabasesPage() {
  const { server = '' } = useParams();
  const { databases } = useCaller().caller;
  return (
    <>
      <PageHeader title="Databases" />
      {databases.length === 0 ? (
        <NothingHere title="No database">
          SHOW DATABASES lists none: this credential may read no bucket. It may still write to a
          database whose name you know.
        </NothingHere>
      ) : (
        <List listStyleType="none" spacing="xs">
          {databases.map((name) => (
            <List.Item key={name}>
              <Anchor component={Link} to={paths.databaseExplorer(server, name)}>
                {name}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}
