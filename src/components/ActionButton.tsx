import type { ButtonProps } from '@mantine/core';
import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Permission } from '@/lib/permissions';
import { useCaller } from './useCaller';

export interface ActionButtonProps extends Pick<
  ButtonProps,
  'size' | 'variant' | 'color' | 'leftSection' | 'loading'
> {
  needs: Permission;
  /** Disabled for another reason than a missing permission. */
  disabledReason?: string;
  /** Where it leads, or what it does. */
  to?: string;
  onClick?: () => void;
  children: ReactNode;
}

/** Says why it cannot be pressed, and stays in the order of Tab for those who cannot hover. */
export function ActionButton({ needs, disabledReason, to, onClick, ...rest }: ActionButtonProps) {
  const { answer, reason: missing } = useCaller().can(needs);
  const reason = disabledReason ?? (answer === 'no' ? missing : undefined);
  if (reason !== undefined) {
    return (
      <Tooltip label={reason} multiline maw={320}>
        <Button {...rest} data-disabled aria-disabled aria-description={reason} />
      </Tooltip>
    );
  }
  if (to !== undefined) return <Button {...rest} component={Link} to={to} />;
  return <Button {...rest} onClick={onClick} />;
}
