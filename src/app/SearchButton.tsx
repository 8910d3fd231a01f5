import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import classes from './Shell.module.css';

export function SearchButton({ onClick }: { onClick: () => void }) {
  return (
    <UnstyledButton className={classes.search} onClick={onClick} aria-label="Find anything">
      <IconSearch size={14} />
      <span className={classes.searchText}>
        Find anything <kbd>Ctrl K</kbd>
      </span>
    </UnstyledButton>
  );
}
