import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { hasList } from '@/api/resourceLists';
import { counted } from '@/lib/counted';
import type { MatrixRow, Scope } from '@/lib/permissionMatrix';
import { singular, typeWords } from '@/lib/permissionWords';
import { hasIds, isById } from '@/lib/typeGroups';
import { gridCell } from '@/ui/useGridFocus';

export interface ScopeMenuProps {
  row: MatrixRow;
  orgName: string;
  allowsGlobal: boolean;
  onChange: (scope: Scope) => void;
}

function scopesOf({ type, scope, selected }: MatrixRow, allowsGlobal: boolean): Scope[] {
  const canSelect = (hasIds(type) && hasList(type)) || selected.length > 0;
  const possible: Record<Scope, boolean> = {
    org: !isById(type) || scope === 'org',
    selected: canSelect || scope === 'selected',
    global: allowsGlobal || scope === 'global',
  };
  return (['org', 'selected', 'global'] as const).filter((each) => possible[each]);
}

function scopeText({ type, scope, selected }: MatrixRow, orgName: string): string {
  if (scope === 'global') return 'every org';
  if (scope === 'org') return `all in ${orgName}`;
  if (selected.length === 0) return isById(type) ? 'by id' : 'none selected';
  return `${selected.length.toLocaleString('en-US')} selected`;
}

/** For how much of a type the boxes of its row hold. */
export function ScopeMenu({ row, orgName, allowsGlobal, onChange }: ScopeMenuProps) {
  const { type, scope, selected } = row;
  const scopes = scopesOf(row, allowsGlobal);
  const text = scopeText(row, orgName);
  if (scopes.length === 1) {
    return (
      <Text span size="xs" c="dimmed" px={8}>
        {text}
      </Text>
    );
  }
  const labels: Record<Scope, string> = {
    org: `All in ${orgName}`,
    selected:
      selected.length > 0
        ? `Selected: ${counted(selected.length, singular(type), typeWords(type))}`
        : 'Selected…',
    global: 'Every org, those to come too',
  };
  return (
    <Menu>
      <Menu.Target>
        <Button
          {...gridCell(0)}
          size="compact-xs"
          fw={500}
          variant={scope === 'global' ? 'light' : 'subtle'}
          color={scope === 'global' ? 'danger' : 'gray'}
          maw="100%"
          rightSection={<IconChevronDown size={12} />}
          aria-label={`Scope of ${typeWords(type)}: ${text}`}
        >
          {text}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={scope} onChange={(value) => onChange(value as Scope)}>
          {scopes.map((each) => (
            <Menu.RadioItem
              key={each}
              value={each}
              c={each === 'global' ? 'danger' : undefined}
              closeMenuOnClick
            >
              {labels[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
