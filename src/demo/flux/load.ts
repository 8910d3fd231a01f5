import * as glue from '@influxdata/flux-lsp-browser/flux-lsp-browser_bg.js';
import type { File, Location } from './ast';
import { Diagnoser } from './diagnoser';

/** The parser and type checker of Flux, compiled to WebAssembly. */
export interface FluxLanguage {
  parse(script: string): File;
  /** The script of a tree, laid out as the server lays it out. */
  format(file: File): string;
  /** Type, name, argument and import errors in the words of the server. */
  diagnose(script: string): Promise<{ location: Location; message: string }[]>;
  /** The signature of a function that needs no import; null where there is no such name. */
  typeOf(name: string): Promise<string | null>;
  functionNames(): Promise<string[]>;
}

let language: Promise<FluxLanguage> | undefined;

/** One instance a process: the glue keeps its memory in module variables. */
export function loadFlux(bytes: () => Promise<BufferSource>): Promise<FluxLanguage> {
  language ??= instantiate(bytes).catch((error: unknown) => {
    language = undefined;
    throw error;
  });
  return language;
}

/** The glue without its chatter: the language server logs its own start. */
function quietImports(): WebAssembly.ModuleImports {
  const imports: Record<string, WebAssembly.ImportValue> = {};
  for (const [name, value] of Object.entries(glue)) {
    if (typeof value !== 'function') continue;
    imports[name] = /^__wbg_(debug|info|log|warn)_/.test(name) ? () => {} : value;
  }
  return imports;
}

async function instantiate(bytes: () => Promise<BufferSource>): Promise<FluxLanguage> {
  const { instance } = await WebAssembly.instantiate(await bytes(), {
    './flux-lsp-browser_bg.js': quietImports(),
  });
  glue.__setWasm(instance.exports);
  const diagnoser = new Diagnoser(new glue.Lsp());
  await diagnoser.start();
  return {
    parse: (script) => {
      try {
        return glue.parse(script) as File;
      } catch (error) {
        // What has trapped is of no more use: the next query gets a fresh instance.
        language = undefined;
        throw error;
      }
    },
    format: (file) => glue.format_from_js_file(file),
    diagnose: (script) => diagnoser.diagnose(script),
    typeOf: (name) => diagnoser.typeOf(name),
    functionNames: () => diagnoser.functionNames(),
  };
}
