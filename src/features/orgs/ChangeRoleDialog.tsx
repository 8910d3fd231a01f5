import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { memberCalls, memberMutations, otherRole } from '@/api/members';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { MemberWarnings } from './MemberWarnings';
import type { MemberDialogProps } from './RemoveMemberDialog';

const gains = {
  owner: 'Gains, signed in with a password: writing everything in the org, and adding members.',
  member: 'Loses, signed in with a password: writing anything in the org, and adding members.',
};

export function ChangeRoleDialog(props: MemberDialogProps) {
  const { org, member, risks, onClose, onFailed } = props;
  const { mutateAsync } = useMutation({ ...memberMutations.changeRole, onError: onFailed });
  const membership = { orgID: org.id, userID: member.id, role: member.role };
  const role = otherRole(member.role);
  const isDemoted = role === 'member';
  return (
    <ConfirmDialog
      title={`Make ${member.name} ${role} of ${org.name}`}
      opened
      onClose={onClose}
      confirmLabel={`Make ${role}`}
      isDanger={isDemoted}
      typedName={isDemoted && risks.isSelf ? member.name : undefined}
      onConfirm={() => mutateAsync(membership).then(onClose)}
    >
      <Stack gap="sm">
        {isDemoted && <MemberWarnings org={org} risks={risks} />}
        <Text>{gains[role]} Tokens and v1 users keep what they hold.</Text>
        <Text>
          The server changes no role: Headgate removes {member.name} and adds the user again as{' '}
          {role}. In between, for an instant, the role is missing. If adding fails, the role{' '}
          {member.role} is given back.
        </Text>
        <RequestPreview calls={memberCalls.changeRole(membership)} />
      </Stack>
    </ConfirmDialog>
  );
}
