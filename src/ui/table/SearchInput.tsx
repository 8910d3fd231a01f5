import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';

export interface SearchInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const pauseMs = 120;

/** Shows each key at once and passes them on in a pause of typing. `/` puts the focus here. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [isFocused, setFocused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const pass = useDebouncedCallback((text: string) => onChange(text), pauseMs);
  useHotkeys([['/', () => input.current?.focus()]]);
  if (value !== known) {
    setKnown(value);
    // Changed from outside: back, forward, a link, "clear". What is being typed is newer than the address.
    if (!isFocused) setTyped(value);
  }
  const type = (text: string) => {
    setTyped(text);
    pass(text);
  };
  return (
    <TextInput
      ref={input}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={`${label} ( / )`}
      leftSection={<IconSearch size={14} />}
      value={typed}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={
        typed !== '' && <CloseButton size="xs" aria-label="Clear search" onClick={() => type('')} />
      }
      flex="1 1 200px"
      maw={360}
    />
  );
}
