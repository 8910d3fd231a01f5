import { SegmentedControl } from '@mantine/core';
import type { Role } from '@/api/members';

export interface RoleControlProps {
  value: Role;
  onChange: (role: Role) => void;
}

const roles: { value: Role; label: string }[] = [
  { value: 'member', label: 'Member' },
  { value: 'owner', label: 'Owner' },
];

export function RoleControl({ value, onChange }: RoleControlProps) {
  return (
    <SegmentedControl
      w="fit-content"
      aria-label="Role"
      data={roles}
      value={value}
      onChange={onChange}
    />
  );
}
