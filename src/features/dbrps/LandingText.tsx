import { Anchor, Code, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import type { Landing } from '@/lib/dbrpResolve';
import { paths } from '@/lib/paths';

export interface LandingTextProps {
  landing: Landing;
  verb: string;
  bucketName: (id: string) => string;
}

/** A bucket with the reason, or the server's own refusal. */
export function LandingText({ landing, verb, bucketName }: LandingTextProps) {
  const { server = '', orgId = '' } = useParams();
  if ('message' in landing) {
    return (
      <>
        is refused: {landing.status === 200 ? 'a 200 with the error' : landing.status}{' '}
        <Code>{landing.message}</Code>
      </>
    );
  }
  const { bucketID, mapping } = landing;
  return (
    <>
      {verb} bucket{' '}
      <Anchor component={Link} to={paths.bucket(server, orgId, bucketID)} underline="always">
        {bucketName(bucketID)}
      </Anchor>
      <Text span c="dimmed" size="sm">
        , by{' '}
        {mapping.virtual
          ? 'its name'
          : `the stored mapping ${mapping.database}/${mapping.retention_policy}`}
      </Text>
    </>
  );
}
