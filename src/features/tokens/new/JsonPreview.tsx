import type { Permission } from '@/lib/permissions';
import { CodeBlock } from '@/ui/CodeBlock';
import { Disclosure } from '@/ui/Disclosure';

/** The permissions as the server takes them. */
export function JsonPreview({ permissions }: { permissions: readonly Permission[] }) {
  return (
    <Disclosure label="Show the permissions as JSON">
      {() => <CodeBlock code={jsonLines(permissions)} label="Permissions as JSON" />}
    </Disclosure>
  );
}

/** One permission a line. */
function jsonLines(permissions: readonly Permission[]): string {
  return `[\n${permissions.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]`;
}
