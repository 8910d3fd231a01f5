import {
  Button,
  Divider,
  Group,
  Popover,
  Stack,
  Switch,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import {
  IconKey,
  IconLogout,
  IconSelector,
  IconTerminal2,
  IconUser,
  IconUserCircle,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { setSharesSignIn, sharesSignIn } from '@/api/credentialStore';
import { callerGaps, callerName, callerReach, credentialText } from '@/components/callerText';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import classes from './Shell.module.css';
import { useSignOut } from './useSignOut';

const icons = { session: IconUser, token: IconKey, v1: IconTerminal2 };

/** Who is signed in, the class of the credential and how far it reaches. */
export function IdentityChip() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  const [opened, setOpened] = useState(false);
  const signOut = useSignOut(server);
  const Icon = icons[caller.kind];
  const { classification } = caller;
  const isAtLeast = !caller.isComplete && caller.kind === 'token';
  return (
    <Popover
      width={300}
      position="top-start"
      shadow="md"
      trapFocus
      returnFocus
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <UnstyledButton className={classes.chip} onClick={() => setOpened(!opened)}>
          <VisuallyHidden>Signed in as</VisuallyHidden>
          <Icon size={18} stroke={1.7} />
          <span className={classes.chipLines}>
            <Text size="sm" fw={550} truncate component="div">
              {callerName(caller)}
            </Text>
            <Group gap={6} wrap="nowrap">
              {classification ? (
                <TokenClassBadge classification={classification} isAtLeast={isAtLeast} />
              ) : (
                <span className={classes.chipLabel}>class unknown</span>
              )}
            </Group>
          </span>
          <IconSelector size={14} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Stack gap={2} p="xs">
          <Text fw={550}>{callerName(caller)}</Text>
          <Text size="xs" c="dimmed">
            {credentialText(caller)}
          </Text>
          <Text size="xs">Reach: {callerReach(caller)}</Text>
          {callerGaps(caller) !== '' && (
            <Text size="xs" c="dimmed">
              {callerGaps(caller)}
            </Text>
          )}
        </Stack>
        <Divider />
        <ShareSwitch />
        <Divider />
        {caller.kind !== 'v1' && (
          <AccountLink to={paths.account(server)} onClick={() => setOpened(false)} />
        )}
        <Button
          variant="subtle"
          color="gray"
          fullWidth
          justify="flex-start"
          leftSection={<IconLogout size={15} />}
          onClick={() => void signOut()}
        >
          Sign out
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function AccountLink(props: { to: string; onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      fullWidth
      justify="flex-start"
      leftSection={<IconUserCircle size={15} />}
      component={Link}
      {...props}
    >
      My account
    </Button>
  );
}

function ShareSwitch() {
  const [isOn, setIsOn] = useState(sharesSignIn);
  return (
    <Switch
      px="xs"
      py={6}
      size="xs"
      label="New tabs of this browser may use this sign-in"
      checked={isOn}
      onChange={({ currentTarget: { checked } }) => {
        setSharesSignIn(checked);
        setIsOn(checked);
      }}
    />
  );
}
