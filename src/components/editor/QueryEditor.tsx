import { EditorView, keymap } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { Prec } from '@codemirror/state';
import { useComputedColorScheme } from '@mantine/core';
import CodeMirror from '@uiw/react-codemirror';
import { useMemo } from 'react';
import { flux } from './fluxLanguage';
import { fluxServer } from './fluxServer';
import { influxql } from './influxqlLanguage';

export interface QueryEditorProps {
  language: 'flux' | 'influxql';
  value: string;
  onChange: (value: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  onRun: () => void;
}

/** Above the colour scheme, whose own background would stand out. */
const look = Prec.highest(
  EditorView.theme({
    '&': { fontSize: '12.5px', backgroundColor: 'transparent' },
    '.cm-content': { fontFamily: 'var(--mantine-font-family-monospace)' },
    '.cm-gutters': { backgroundColor: 'transparent', border: 'none' },
    '&.cm-focused': { outline: 'none' },
  }),
);

export function QueryEditor({ language, value, onChange, onRun }: QueryEditorProps) {
  const scheme = useComputedColorScheme('light');
  const extensions = useMemo(() => [look, named(language), ...speaking(language)], [language]);
  const run = useMemo(() => runKey(onRun), [onRun]);
  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      extensions={[run, ...extensions]}
      theme={scheme}
      // Tab goes on to the next control, as everywhere.
      indentWithTab={false}
      minHeight="104px"
      maxHeight="320px"
      basicSetup={{ highlightActiveLine: false, highlightActiveLineGutter: false }}
    />
  );
}

function named(language: QueryEditorProps['language']): Extension {
  const label = language === 'flux' ? 'Flux query' : 'InfluxQL query';
  return EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' });
}

function speaking(language: QueryEditorProps['language']): Extension[] {
  if (language === 'influxql') return [influxql()];
  const hasServer = typeof Worker !== 'undefined';
  return [flux(), ...(hasServer ? [fluxServer().plugin('file:///query.flux', 'flux')] : [])];
}

function runKey(onRun: () => void): Extension {
  const run = () => {
    onRun();
    return true;
  };
  return Prec.highest(keymap.of([{ key: 'Mod-Enter', run }]));
}
