import { ScrollArea, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { RequestPreview } from '@/components/RequestPreview';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { useSurroundings } from '@/components/useSurroundings';
import type { TrialCall } from '@/lib/hierarchy';
import { obstacle, outcomeOf } from '@/lib/hierarchy';
import type { Demonstration } from './demonstration';
import classes from './hierarchy.module.css';
import { TrialCell } from './TrialCell';
import type { Trials } from './useDemonstration';
import { cellKey } from './useDemonstration';

export interface TrialGridProps {
  demonstration: Demonstration;
  trials: Trials;
}

/** A row a call, a column a credential: what the server said, in its own words. */
export function TrialGrid({ demonstration, trials }: TrialGridProps) {
  const { performers } = demonstration;
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <ScrollArea type="auto" className={classes.frame}>
      <Table fz="sm" verticalSpacing={6} miw={900} layout="fixed" aria-label="Calls by credential">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={210}>Call</Table.Th>
            {performers.map(({ level }) => (
              <Table.Th key={level}>
                <TokenClassBadge classification={{ class: level, olderSet: false }} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trials.calls.map((call) => (
            <CallRows
              key={call.key}
              call={call}
              demonstration={demonstration}
              trials={trials}
              isOpened={opened === call.key}
              onToggle={() => setOpened((now) => (now === call.key ? null : call.key))}
            />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

interface CallRowsProps extends TrialGridProps {
  call: TrialCall;
  isOpened: boolean;
  onToggle: () => void;
}

function CallRows({ call, demonstration, trials, isOpened, onToggle }: CallRowsProps) {
  const { stage, performers } = demonstration;
  const around = useSurroundings();
  const Chevron = isOpened ? IconChevronDown : IconChevronRight;
  return (
    <Fragment>
      <Table.Tr>
        <Table.Th scope="row" className={classes.cell}>
          <UnstyledButton aria-expanded={isOpened} className={classes.call} onClick={onToggle}>
            <Chevron size={14} aria-hidden />
            {call.label}
          </UnstyledButton>
        </Table.Th>
        {performers.map((performer) => {
          const answer = trials.answers[cellKey(call, performer.level)];
          const reason = obstacle(call, performer, stage, around);
          return (
            <Table.Td key={performer.level} className={classes.cell}>
              <TrialCell
                answer={answer}
                outcome={answer && outcomeOf(call, answer)}
                reason={call.isOwn ? undefined : reason}
                isMissing={!performer.credentials}
              />
            </Table.Td>
          );
        })}
      </Table.Tr>
      {isOpened && (
        <Table.Tr>
          <Table.Td colSpan={performers.length + 1}>
            <Text size="xs" c="dimmed" ff="monospace" mb={4}>
              {call.call(stage, 'operator').method} {call.call(stage, 'operator').path}
            </Text>
            <RequestPreview calls={[call.call(stage, 'operator')]} />
          </Table.Td>
        </Table.Tr>
      )}
    </Fragment>
  );
}
