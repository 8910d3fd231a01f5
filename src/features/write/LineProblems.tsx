import { Alert, Anchor, Code, List, Stack, Text } from '@mantine/core';
import { counted } from '@/lib/counted';
import type { CheckedLines } from './lines';

const shown = 20;

export interface LineProblemsProps {
  checked: CheckedLines;
  onGoTo: (line: number) => void;
}

/** What the server would refuse, and what it would take although nobody wants it. */
export function LineProblems({ checked, onGoTo }: LineProblemsProps) {
  const { errors, warnings, isConverted } = checked;
  return (
    <Stack gap="xs">
      {errors.length > 0 && (
        <Alert color="danger" variant="light" title={errorTitle(errors.length)}>
          <List size="sm" listStyleType="none" spacing={4}>
            {errors.slice(0, shown).map(({ line, reason, text }) => (
              <List.Item key={line}>
                <LineLink line={line} onGoTo={onGoTo} /> {reason}: <Code>{cut(text)}</Code>
              </List.Item>
            ))}
          </List>
          {errors.length > shown && (
            <Text size="sm">and {counted(errors.length - shown, 'more', 'more')}</Text>
          )}
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="warning" variant="light" title="The server would accept this, but look again">
          <List size="sm" listStyleType="none" spacing={4}>
            {warnings.slice(0, shown).map(({ line, message }) => (
              <List.Item key={`${line} ${message}`}>
                {line > 0 && <LineLink line={line} onGoTo={onGoTo} />} {message}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {isConverted && (
        <Text size="sm" c="dimmed">
          Windows line ends are sent as plain line feeds: the server would take the rest as data.
        </Text>
      )}
    </Stack>
  );
}

function errorTitle(count: number): string {
  const lines = count === 1 ? 'One line' : counted(count, 'line');
  const them = count === 1 ? 'it' : 'them';
  return `${lines} would be refused, and with ${them} all others: the server stores nothing of such a request`;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function LineLink({ line, onGoTo }: { line: number; onGoTo: (line: number) => void }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      c="inherit"
      underline="always"
      onClick={() => onGoTo(line)}
    >
      Line {line}
    </Anchor>
  );
}
