import { Center, Loader, Stack, Text } from '@mantine/core';

/** While a server is asked who is signed in. */
export function Booting() {
  return (
    <Center h="100vh" component="output" aria-label="Connecting">
      <Stack align="center" gap="sm">
        <Loader size="sm" />
        <Text c="dimmed">Connecting…</Text>
      </Stack>
    </Center>
  );
}
