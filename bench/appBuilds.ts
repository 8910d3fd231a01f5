import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { build } from 'vite';

export type Files = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

/** What a page has to load. Workers and WebAssembly count for nothing. */
export interface Load {
  /** Bytes of JavaScript and CSS, gzip. */
  gzip: number;
  /** Paths of the modules within. */
  modules: readonly string[];
}

/** All of Mantine's styles in place of those that are used. */
const fullStyles: Plugin = {
  name: 'full-styles',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('/src/app/mantineStyles.ts')) return undefined;
    const files = ['core', 'notifications', 'spotlight'];
    return files.map((name) => `import '@mantine/${name}/styles.layer.css';`).join('\n');
  },
};

export type BuildKind = 'as it is' | 'eager';

/** The app as it is, or the same with nothing loaded later and all of Mantine's styles; written only into a folder. */
export async function buildApp(kind: BuildKind, outDir?: string): Promise<Files> {
  const isEager = kind === 'eager';
  const output = await build({
    logLevel: 'error',
    plugins: isEager ? [fullStyles] : [],
    build: {
      ...(outDir === undefined ? { write: false } : { outDir, emptyOutDir: true }),
      ...(isEager && { rolldownOptions: { output: { codeSplitting: false } } }),
    },
  });
  if (!('output' in output)) throw new Error('the build gave more than one output');
  return output.output;
}

/** What every page loads: the entry, what it imports, and their CSS. */
export function entryLoad(files: Files): Load {
  const names = new Set<string>();
  const add = (name: string) => {
    const file = files.find(({ fileName }) => fileName === name);
    if (file?.type !== 'chunk' || names.has(name)) return;
    names.add(name);
    file.imports.forEach(add);
    for (const style of file.viteMetadata?.importedCss ?? []) names.add(style);
  };
  for (const file of files) if (file.type === 'chunk' && file.isEntry) add(file.fileName);
  return loadOf(files, [...names]);
}

/** Of the files with these names. */
export function loadOf(files: Files, names: readonly string[]): Load {
  const loaded = names.map((name) => {
    const file = files.find(({ fileName }) => fileName === name);
    if (file === undefined) throw new Error(`dist is not of these sources: ${name} is in no build`);
    return file;
  });
  const sizes = loaded.map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source));
  return {
    gzip: sizes.reduce((sum, { length }) => sum + length, 0),
    modules: loaded.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])),
  };
}
