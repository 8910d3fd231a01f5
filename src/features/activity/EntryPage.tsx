import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { useActivity } from '@/components/activityStore';
import { RequestPreview } from '@/components/RequestPreview';
import type { Activity } from '@/lib/activity';
import { actionText } from '@/lib/activity';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { Facts } from '@/ui/Facts';
import { NothingHere } from '@/ui/NothingHere';
import { PageHeader } from '@/ui/PageHeader';
import { TimeAgo } from '@/ui/TimeAgo';
import { OutcomeBadge } from './OutcomeBadge';

export function EntryPage() {
  const { server = '', entryId } = useParams();
  const entry = useActivity().find(({ id }) => id === entryId);
  if (entry) return <Entry entry={entry} />;
  return (
    <NothingHere
      title="This browser does not know this write"
      action={
        <Anchor component={Link} to={paths.activity(server)}>
          What it knows
        </Anchor>
      }
    >
      It was cleared, is older than those that are kept, or was sent from another browser.
    </NothingHere>
  );
}

const meanings: Record<Activity['outcome'], string> = {
  done: '',
  'in part': 'Some of it was refused.',
  refused: 'The server refused it: nothing was changed.',
  failed: 'It broke off: it may have worked in whole or in part.',
};

function Entry({ entry }: { entry: Activity }) {
  const { at, server, who, what = '', outcome, words, calls, callCount } = entry;
  const meaning = meanings[outcome];
  return (
    <>
      <PageHeader title={actionText(entry)} subtitle={meaning} />
      <Stack>
        <Facts
          facts={[
            ...(what === '' ? [] : [['What', what] as const]),
            ['Outcome', <OutcomeBadge key="outcome" outcome={outcome} />],
            ...(words === '' ? [] : [['Reason', words] as const]),
            ['When', <When key="when" at={at} />],
            ['Who', who],
            ['Server', server],
          ]}
        />
        {calls.length === 0 ? (
          <Text c="dimmed">The calls of this write are not kept, as they hold secrets.</Text>
        ) : (
          <RequestPreview calls={calls} label={`Show ${counted(callCount, 'API call')}`} />
        )}
        {callCount > calls.length && (
          <Text size="sm" c="dimmed">
            The first {calls.length} of {counted(callCount, 'call')} are kept.
          </Text>
        )}
      </Stack>
    </>
  );
}

function When({ at }: { at: string }) {
  return (
    <>
      {new Date(at).toLocaleString()} (<TimeAgo time={at} live />)
    </>
  );
}
