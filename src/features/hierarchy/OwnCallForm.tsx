import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Method } from '@/lib/apiCall';
import { ownCall, ownCallProblem } from '@/lib/hierarchy';
import type { Stage, TrialCall } from '@/lib/hierarchy';

export interface OwnCallFormProps {
  stage: Stage;
  onAdd: (call: TrialCall) => void;
}

const methods: Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

export function OwnCallForm({ stage, onAdd }: OwnCallFormProps) {
  const form = useForm({
    initialValues: {
      method: 'GET' as Method,
      path: `/api/v2/dbrps?orgID=${stage.orgID}`,
      body: '',
    },
    validate: { path: (path) => ownCallProblem(path) },
  });
  const { method } = form.values;
  return (
    <form onSubmit={form.onSubmit((values) => onAdd(ownCall(values)))} noValidate>
      <Stack gap="sm" maw={720}>
        <Group gap="sm" align="flex-start">
          <Select
            label="Method"
            w={110}
            data={methods}
            allowDeselect={false}
            {...form.getInputProps('method')}
          />
          <TextInput
            label="Path"
            description="With its query; below the address of the server"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            flex="1 1 280px"
            spellCheck={false}
            autoComplete="off"
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            {...form.getInputProps('path')}
          />
        </Group>
        {method !== 'GET' && (
          <Textarea
            label="Body"
            description="JSON, or line protocol for a write"
            autosize
            minRows={2}
            spellCheck={false}
            {...form.getInputProps('body')}
          />
        )}
        <Group gap="sm">
          <Button type="submit" variant="default">
            Try it with each credential
          </Button>
          {method !== 'GET' && (
            <Text size="sm" c="dimmed">
              It is sent for real, once with each credential. What it makes stays.
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
