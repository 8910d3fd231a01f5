import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { V1User } from '@/api/v1Users';
import { useSurroundings } from '@/components/useSurroundings';
import type { Permission } from '@/lib/permissions';
import type { V1Grants } from '@/lib/v1Grants';
import { grantsOf, isSameGrants, withGrant } from '@/lib/v1Grants';
import type { V1Replacement } from '@/lib/v1Replacement';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ApplyPanel } from './ApplyPanel';
import { BucketGrants } from './BucketGrants';
import { OtherPermissions } from './OtherPermissions';
import { ReplacementReport } from './ReplacementReport';
import { useApply } from './useApply';
import type { Replace } from './V1UserPage';

export interface GrantsEditorProps {
  v1User: V1User;
  onReplace: Replace;
}

/** Chips to toggle; what they change is applied in one guided replacement. */
export function GrantsEditor({ v1User, onReplace }: GrantsEditorProps) {
  const around = useSurroundings();
  const [before] = useState(() => grantsOf(v1User.permissions));
  const [grants, setGrants] = useState<V1Grants>(before);
  const apply = useApply({ v1User, grants, around, onReplace });
  const isDirty = !isSameGrants(before, grants);
  const isOver = isFinal(apply.progress);
  const drop = (permission: Permission, isKept: boolean) =>
    setGrants({
      ...grants,
      others: isKept
        ? [...grants.others, permission]
        : grants.others.filter((other) => other !== permission),
    });
  return (
    <Stack gap="md">
      <BucketGrants
        orgID={v1User.orgID}
        grants={grants}
        before={before}
        onToggle={(id, action, isHeld) => setGrants(withGrant(grants, id, action, isHeld))}
        disabled={apply.isRunning || isOver || undefined}
      />
      <OtherPermissions
        permissions={before.others}
        kept={grants.others}
        around={around}
        onChange={drop}
      />
      {isDirty && !isOver && (
        <ApplyPanel
          v1User={v1User}
          grants={grants}
          around={around}
          apply={apply}
          onDiscard={() => setGrants(before)}
        />
      )}
      <ReplacementReport v1User={v1User} apply={apply} />
      <LeaveGuard
        when={() => !apply.isDone() && (apply.isRunning || (isDirty && !isOver))}
        title="Discard unsaved changes?"
        leaveLabel="Discard"
      >
        The chips marked as unsaved are not applied yet.
      </LeaveGuard>
    </Stack>
  );
}

/** The v1 user of this page is not there any more, or nobody knows. */
function isFinal(progress: V1Replacement | null): boolean {
  return progress !== null && progress.end !== null && progress.end !== 'untouched';
}
