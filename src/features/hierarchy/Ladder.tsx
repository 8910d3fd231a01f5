import { Text } from '@mantine/core';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import type { Level } from '@/lib/levels';
import { levels } from '@/lib/levels';
import type { Performer } from './demonstration';
import classes from './hierarchy.module.css';

const about: Record<Level, string> = {
  operator: 'Everything in every org, users and passwords too. The setup makes the first.',
  'all-access': 'Everything in one org. It makes buckets and tokens there, and sees no other org.',
  'read/write': 'The data of named buckets. It cannot even read its own name.',
  'v1 user': 'A name and a password, for the 1.x paths /query and /write only.',
};

export interface LadderProps {
  performers?: readonly Performer[];
}

/** What each level is, from everything down to one bucket. */
export function Ladder({ performers = [] }: LadderProps) {
  return (
    <ol className={classes.ladder} aria-label="Levels">
      {levels.map((level) => {
        const problem = performers.find((one) => one.level === level)?.problem;
        return (
          <li key={level} className={classes.rung}>
            <TokenClassBadge classification={{ class: level, olderSet: false }} />
            <Text size="sm">{about[level]}</Text>
            {problem !== undefined && (
              <Text size="sm" c="danger">
                Not made: {problem}
              </Text>
            )}
          </li>
        );
      })}
    </ol>
  );
}
