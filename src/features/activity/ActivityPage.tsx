import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import { clearActivity, useActivity } from '@/components/activityStore';
import type { Activity } from '@/lib/activity';
import { keptEntries } from '@/lib/activity';
import { counted, countText } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ExportMenu } from '@/ui/ExportMenu';
import { NothingHere } from '@/ui/NothingHere';
import { PageHeader } from '@/ui/PageHeader';
import { DataTable } from '@/ui/table/DataTable';
import { activityAsCsv, activityAsJson } from './activityExport';
import { activitySpec } from './activitySpec';

const subtitle = `The last ${countText(keptEntries)} writes that were sent from this browser, without the values of secrets. Other browsers and other tools are not seen here.`;

export function ActivityPage() {
  const { server = '' } = useParams();
  const entries = useActivity();
  const [isClearing, setClearing] = useState(false);
  const href = useCallback(({ id }: Activity) => paths.activityEntry(server, id), [server]);
  return (
    <>
      <PageHeader title="Activity" subtitle={subtitle}>
        {entries.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconTrash size={16} />}
            onClick={() => setClearing(true)}
          >
            Clear
          </Button>
        )}
      </PageHeader>
      <DataTable
        spec={activitySpec}
        rows={entries}
        href={href}
        empty={<Nothing />}
        tools={(shown) => (
          <ExportMenu
            name="headgate-activity"
            texts={{ csv: () => activityAsCsv(shown), json: () => activityAsJson(shown) }}
          />
        )}
      />
      <ConfirmDialog
        title="Clear activity"
        opened={isClearing}
        onClose={() => setClearing(false)}
        onConfirm={() => {
          clearActivity();
          setClearing(false);
          return Promise.resolve();
        }}
        confirmLabel="Clear"
      >
        <Text>
          This browser forgets {counted(entries.length, 'write')}, of every server. Nothing changes
          on the servers.
        </Text>
      </ConfirmDialog>
    </>
  );
}

function Nothing() {
  return (
    <NothingHere title="Nothing was written from this browser yet">
      What is created, changed or deleted by Headgate is listed here with the call that was sent.
    </NothingHere>
  );
}
