import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router-dom';

export interface LeaveGuardProps {
  /** Whether something would be lost now; asked when it matters, so that a value just set counts. */
  when: () => boolean;
  title: string;
  /** What would be lost. */
  children: ReactNode;
  leaveLabel?: string;
}

/** Asks before the page is left: by a link, by going back, by closing the tab. One at a time on a page. */
export function LeaveGuard(props: LeaveGuardProps) {
  const { when, title, children, leaveLabel = 'Leave' } = props;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && when(),
  );
  useBeforeUnload((event) => {
    if (when()) event.preventDefault();
  });
  const stay = () => blocker.reset?.();
  return (
    <Modal opened={blocker.state === 'blocked'} onClose={stay} title={title}>
      <Stack gap="md">
        <Text>{children}</Text>
        <Group gap="xs">
          <Button color="danger" onClick={() => blocker.proceed?.()}>
            {leaveLabel}
          </Button>
          <Button variant="default" data-autofocus onClick={stay}>
            Stay
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
