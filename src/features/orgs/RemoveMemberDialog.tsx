import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import type { Member } from '@/api/members';
import { memberCalls, memberMutations } from '@/api/members';
import type { Org } from '@/api/orgs';
import { RequestPreview } from '@/components/RequestPreview';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { KeptCredentials } from './KeptCredentials';
import type { MemberRisks } from './memberRisks';
import { MemberWarnings } from './MemberWarnings';

export interface MemberDialogProps {
  org: Pick<Org, 'id' | 'name'>;
  member: Member;
  risks: MemberRisks;
  onClose: () => void;
  onFailed: () => void;
}

export function RemoveMemberDialog(props: MemberDialogProps) {
  const { org, member, risks, onClose, onFailed } = props;
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const { caller } = useCaller();
  const { mutateAsync } = useMutation({ ...memberMutations.remove, onError: onFailed });
  const membership = { orgID: org.id, userID: member.id, role: member.role };
  const remove = async () => {
    await mutateAsync(membership);
    onClose();
    if (risks.isSelf && !caller.isOperator) await navigate(paths.orgs(server));
  };
  return (
    <ConfirmDialog
      title={`Remove ${member.name} from ${org.name}`}
      opened
      onClose={onClose}
      confirmLabel="Remove"
      typedName={risks.isSelf ? member.name : undefined}
      onConfirm={remove}
    >
      <Stack gap="sm">
        <MemberWarnings org={org} risks={risks} />
        <Text>
          Signed in with a password, {member.name} loses what the role {member.role} gave in{' '}
          {org.name}: {member.role === 'owner' ? 'reading and writing' : 'reading'} everything in
          it. Sessions that are open lose it at once.
        </Text>
        <KeptCredentials org={org} member={member} />
        <RequestPreview calls={[memberCalls.remove(membership)]} />
      </Stack>
    </ConfirmDialog>
  );
}
