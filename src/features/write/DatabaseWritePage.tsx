import { Button, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { writeLinesV1, writeCallV1 } from '@/api/write';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { useUrlState } from '@/ui/useUrlState';
import { WriteForm } from './WriteForm';
import { writeUrl } from './writeUrl';

/** By the 1.x path, for v1 users. */
export function DatabaseWritePage() {
  const { server = '', database = '' } = useParams();
  const { state, adjust } = useUrlState(writeUrl);
  const target = (body: string) => ({ database, precision: state.precision, body });
  return (
    <>
      <PageHeader title="Write line protocol" subtitle={`Database ${database}`} />
      <Stack maw={960}>
        <WriteForm
          target={database}
          precision={state.precision}
          onPrecision={(precision) => adjust({ precision })}
          send={(body) => writeLinesV1(target(body))}
          callFor={(body) => writeCallV1(target(body))}
          next={(written) => (
            <Button
              component={Link}
              variant="default"
              to={paths.databaseExplorer(server, database, written)}
            >
              Explore {database}
            </Button>
          )}
        />
      </Stack>
    </>
  );
}
