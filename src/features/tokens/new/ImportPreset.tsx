import { Alert, Button, FileButton, List, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { readPresetFile } from '@/lib/presetsSaved';
import type { SavedListProps } from './savedList';
import { withSaved } from './savedList';

const mostProblems = 5;

/** Takes a file that Headgate exported, or one written by hand; says which key is wrong. */
export function ImportPreset({ onChange }: SavedListProps) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [imported, setImported] = useState('');
  const read = async (file: File | null) => {
    if (!file) return;
    const answer = readPresetFile(await file.text());
    setProblems('problems' in answer ? answer.problems : []);
    setImported('preset' in answer ? answer.preset.name : '');
    if ('preset' in answer) onChange((before) => withSaved(before, answer.preset));
  };
  return (
    <>
      <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
        {(props) => (
          <Button
            {...props}
            size="compact-sm"
            variant="subtle"
            justify="flex-start"
            px={8}
            leftSection={<IconUpload size={14} />}
          >
            Import from JSON
          </Button>
        )}
      </FileButton>
      <Text component="output" size="xs" c="dimmed" px={8}>
        {imported !== '' && `Imported “${imported}”`}
      </Text>
      {problems.length > 0 && (
        <Alert color="danger" variant="light" title="No preset in this file" py="xs">
          <List size="sm">
            {problems.slice(0, mostProblems).map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
