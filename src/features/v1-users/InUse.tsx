import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { checkV1Password } from '@/api/v1Check';
import type { V1User } from '@/api/v1Users';
import { useErrorWords } from '@/ui/errorWords';

export interface InUseProps {
  v1User: V1User;
  password: string;
}

type Known = { password: string; words: string };

/** Whether clients may go on with the password that is given. */
export function InUse({ v1User, password }: InUseProps) {
  const [known, setKnown] = useState<Known | null>(null);
  const describe = useErrorWords();
  const check = async () => {
    try {
      const { kind } = await checkV1Password(v1User.token, password);
      setKnown({ password, words: kind === 'valid' ? same : other });
    } catch (error) {
      setKnown({ password, words: describe(error).title });
    }
  };
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" flex="1 1 300px" component="output">
        {known?.password === password
          ? known.words
          : 'The server keeps only a hash of the password, so it cannot be taken over. Give the one in use, and clients need no change; a new one has to be handed to all of them.'}
      </Text>
      <Button
        size="xs"
        variant="default"
        disabled={password === '' || v1User.status === 'inactive'}
        onClick={() => void check()}
      >
        Is it the one in use?
      </Button>
    </Group>
  );
}

const same = 'It is the one in use: clients need no change.';
const other = 'It is not the one in use: hand it to every client.';
