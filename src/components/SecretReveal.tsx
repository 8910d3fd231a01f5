import { Alert, Button, Checkbox, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { capitalised } from '@/lib/sentence';
import { CodeBlock } from '@/ui/CodeBlock';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { saveFile } from '@/ui/saveFile';
import { useCopy } from '@/ui/useCopy';
import classes from './SecretReveal.module.css';

export interface Snippet {
  label: string;
  /** Holds the secret as a variable only: commands stay in the history of a shell. */
  code: string;
}

export interface SecretRevealProps {
  secret: string;
  /** What the secret is called. */
  word?: 'secret' | 'password';
  /** Of the credential. */
  name: string;
  /** The variable that holds the secret in the download and in the snippets. */
  variable?: string;
  /** Lines of the download besides the secret, such as `INFLUX_ORG_ID`. */
  variables?: Readonly<Record<string, string>>;
  snippets?: readonly Snippet[];
  /** Whether the server gives the secret again; undefined: not known (yet). */
  isShownAgain?: boolean;
  /** The tab keeps it for now: how long, in a sentence. Leaving asks nothing then. */
  kept?: string;
  onStored: () => void;
  doneLabel?: string;
}

/** A secret, once. It is in memory only: leaving asks first, until the person says that it is stored. */
export function SecretReveal(props: SecretRevealProps) {
  const {
    secret,
    word = 'secret',
    name,
    snippets = [],
    isShownAgain,
    kept,
    onStored,
    doneLabel = 'Done',
  } = props;
  const fileName = envFileName(name);
  const [isStored, setIsStored] = useState(false);
  const isLeaving = useRef(false);
  const leave = () => {
    isLeaving.current = true;
    onStored();
  };
  return (
    <Paper
      withBorder
      p="md"
      className={classes.panel}
      component="section"
      aria-label={`${capitalised(word)} of ${name}`}
    >
      <Stack gap="md">
        <Text fw={600}>
          The {word} of “{name}”
        </Text>
        <Again isShownAgain={isShownAgain} />
        <SecretField secret={secret} word={word}>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            title={fileName}
            onClick={() => saveFile(fileName, envFile(props))}
          >
            Download as .env
          </Button>
        </SecretField>
        {kept !== undefined && <Text c="dimmed">{kept}</Text>}
        {snippets.map(({ label, code }) => (
          <Stack key={label} gap={4}>
            <Text fw={550}>{label}</Text>
            <CodeBlock code={code} label={label} />
          </Stack>
        ))}
        <Checkbox
          size="sm"
          label="I have stored it"
          checked={isStored}
          onChange={(event) => setIsStored(event.currentTarget.checked)}
        />
        <Group>
          <Button disabled={!isStored} onClick={leave}>
            {doneLabel}
          </Button>
        </Group>
      </Stack>
      <LeaveGuard
        when={() => kept === undefined && !isStored && !isLeaving.current}
        title={`Leave without the ${word}?`}
        leaveLabel="Leave without it"
      >
        It is not stored anywhere in Headgate. The credential stays, but without its {word} nobody
        can use it.
      </LeaveGuard>
    </Paper>
  );
}

function Again({ isShownAgain }: Pick<SecretRevealProps, 'isShownAgain'>) {
  if (isShownAgain === true) {
    return (
      <Text c="dimmed">
        This server keeps secrets readable: whoever may list the token sees it again.
      </Text>
    );
  }
  const why =
    isShownAgain === false
      ? 'This server keeps only a hash of it: nobody can show it again.'
      : 'Whether this server will show it again is not known.';
  return (
    <Alert color="warning" variant="light" title="Copy it now">
      <Text size="sm">{why}</Text>
    </Alert>
  );
}

interface SecretFieldProps {
  secret: string;
  word: string;
  /** Other ways to take it along. */
  children: ReactNode;
}

function SecretField({ secret, word, children }: SecretFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const { outcome, copy } = useCopy(secret);
  const hasFailed = outcome === 'failed';
  // A browser that does not copy leaves it to the person: the text is selected for that.
  useEffect(() => {
    if (hasFailed) input.current?.select();
  }, [hasFailed]);
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end">
        <TextInput
          ref={input}
          label={capitalised(word)}
          value={secret}
          readOnly
          spellCheck={false}
          autoComplete="off"
          flex="1 1 260px"
          classNames={{ input: classes.secret }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          size="sm"
          leftSection={outcome === 'copied' ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
        >
          Copy {word}
        </Button>
      </Group>
      <Group gap="xs" mt={4}>
        {children}
        <Text component="output" c={hasFailed ? 'danger' : 'dimmed'}>
          {outcome === 'copied' && 'Copied to the clipboard'}
          {hasFailed && `The browser did not copy. The ${word} is selected: press Ctrl+C or ⌘C.`}
        </Text>
      </Group>
    </Stack>
  );
}

/** `telegraf-of-hall-3.env` */
function envFileName(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${words.slice(0, 6).join('-') || 'token'}.env`;
}

/** For `docker run --env-file` and for `. file` in a shell. */
function envFile({ secret, name, variable = 'INFLUX_TOKEN', variables = {} }: SecretRevealProps) {
  const lines = Object.entries({ ...variables, [variable]: secret });
  return [
    `# ${name.replaceAll(/\s+/g, ' ')}`,
    ...lines.map(([key, value]) => `${key}=${value}`),
    '',
  ].join('\n');
}
