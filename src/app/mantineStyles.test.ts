import { expect, it } from 'vitest';

const [list = ''] = Object.values(
  import.meta.glob<string>('./mantineStyles.ts', { query: '?raw', import: 'default', eager: true }),
);
const sources = import.meta.glob<string>('/src/**/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const styles = import.meta.glob('/node_modules/@mantine/core/styles/*.layer.css', {
  query: '?raw',
});

/** Components that render others of their kind. */
const madeOf: Record<string, string[]> = {
  Autocomplete: ['Combobox', 'Input'],
  MultiSelect: ['Combobox', 'Input', 'PillsInput', 'Pill'],
  NativeSelect: ['Input'],
  Select: ['Combobox', 'Input', 'ScrollArea'],
  TagsInput: ['Combobox', 'Input', 'PillsInput', 'Pill'],
  TextInput: ['Input'],
  Textarea: ['Input'],
  Modal: ['Modal', 'ModalBase', 'Overlay'],
};

function coreImports(source: string): string[] {
  const names = [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(
    ([, inner = '']) => inner.split(',').map((name) => name.trim()),
  );
  return names.filter((name) => /^[A-Z]/.test(name));
}

it('the styles of every Mantine component in use are loaded', () => {
  const missing = new Set<string>();
  for (const [file, source] of Object.entries(sources)) {
    for (const name of coreImports(source).flatMap((each) => madeOf[each] ?? [each])) {
      const hasStyles = `/node_modules/@mantine/core/styles/${name}.layer.css` in styles;
      if (hasStyles && !list.includes(`/${name}.layer.css`)) missing.add(`${name} (${file})`);
    }
  }
  expect([...missing]).toEqual([]);
});
