import { Text } from '@mantine/core';
import { callerGaps, callerName, callerReach, credentialText } from '@/components/callerText';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { useCaller } from '@/components/useCaller';
import classes from './home.module.css';

export function WhoAmI() {
  const { caller } = useCaller();
  const { classification, isComplete, kind } = caller;
  const gaps = callerGaps(caller);
  return (
    <>
      <dl className={classes.facts}>
        <dt>Who</dt>
        <dd>{callerName(caller)}</dd>
        <dt>By</dt>
        <dd>{credentialText(caller)}</dd>
        <dt>Class</dt>
        <dd>
          {classification ? (
            <TokenClassBadge
              classification={classification}
              isAtLeast={!isComplete && kind === 'token'}
            />
          ) : (
            'unknown'
          )}
        </dd>
        <dt>Reach</dt>
        <dd>{callerReach(caller)}</dd>
      </dl>
      {gaps !== '' && (
        <Text size="xs" c="dimmed">
          {gaps}
        </Text>
      )}
    </>
  );
}
