import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

/** For each folder imports that its line in the table forbids, and some that it allows. */
const folders: Record<string, { forbidden: string[]; allowed: string[] }> = {
  lib: { forbidden: ['@/api/errors', 'react', 'node:fs'], allowed: ['@/lib/paths', 'zod'] },
  api: {
    forbidden: ['@/ui/Section', '@mantine/core', '@/demo/server'],
    allowed: ['@/lib/paths', '@influxdata/influxdb-client', '@tanstack/react-query'],
  },
  worker: { forbidden: ['@/api/errors', '@tanstack/react-query'], allowed: ['@/lib/paths'] },
  ui: { forbidden: ['@/api/errors', '@/components/useCaller'], allowed: ['@/lib/paths', 'react'] },
  components: {
    forbidden: ['@/features/home/feature', '@influxdata/influxdb-client'],
    allowed: ['@/api/errors', '@/ui/Section', '@/lib/paths'],
  },
  'features/home': {
    forbidden: ['@/features/buckets/feature', '@/worker/run', '@influxdata/influxdb-client'],
    allowed: ['@/features/home/feature', '@/components/useCaller', '@/api/errors'],
  },
  app: {
    forbidden: ['@/demo/server', '@/gateway/app', '@/test/renderRoute'],
    allowed: ['@/features/home/feature', '@/api/errors', '@/ui/Section'],
  },
  demo: { forbidden: ['@/api/errors', '@/ui/Section', 'react'], allowed: ['@/lib/paths', 'hono'] },
  gateway: {
    forbidden: ['@/api/errors', '@/ui/Section'],
    allowed: ['@/demo/server', '@/lib/paths'],
  },
  test: { forbidden: [], allowed: ['@/demo/server', '@/app/App', '@/lib/paths'] },
};

interface Rule {
  files: string[];
  rules: Record<string, unknown>;
}

const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as {
  overrides: Rule[];
  options: object;
};

/** A tree of its own with the same rules: other checks may be reading the real one. */
const tree = mkdtempSync(join(tmpdir(), 'layers-'));
afterAll(() => rmSync(tree, { recursive: true }));

function seed(folder: string, name: string, from: string): string {
  const file = join('src', folder, `${name}.ts`);
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), `export * from '${from}';\n`);
  return file;
}

/** Those of the seeded files whose import the table refuses. */
function refused(): Set<string> {
  const plain = { ...config, options: { ...config.options, typeAware: false } };
  writeFileSync(join(tree, '.oxlintrc.json'), JSON.stringify(plain));
  const oxlint = join(process.cwd(), 'node_modules/oxlint/bin/oxlint');
  let text = '';
  try {
    execFileSync(process.execPath, [oxlint, '--format', 'json', 'src'], { cwd: tree });
  } catch (error) {
    text = String((error as { stdout: Buffer }).stdout);
  }
  const report = JSON.parse(text) as { diagnostics: { code: string; filename: string }[] };
  const isLayer = ({ code }: { code: string }) => code.includes('no-restricted-imports');
  return new Set(report.diagnostics.filter(isLayer).map(({ filename }) => filename));
}

it('every folder may import what the table allows, and nothing that it forbids', () => {
  const expected = new Set<string>();
  for (const [folder, { forbidden, allowed }] of Object.entries(folders)) {
    allowed.forEach((from, index) => seed(folder, `allowed${index}`, from));
    for (const [index, from] of [...forbidden, '../lib/paths'].entries()) {
      expected.add(seed(folder, `forbidden${index}`, from));
    }
  }
  expect([...refused()].sort()).toEqual([...expected].sort());
});

it('every feature has a line of its own', () => {
  const covered = config.overrides.flatMap(({ files }) => files);
  const features = readdirSync('src/features');
  expect(features.filter((name) => !covered.includes(`src/features/${name}/**`))).toEqual([]);
});

it('no feature may import another', () => {
  const features = readdirSync('src/features');
  for (const name of features) {
    const [rule] = config.overrides.filter(({ files }) =>
      files.includes(`src/features/${name}/**`),
    );
    const text = JSON.stringify(rule);
    const others = features.filter((other) => other !== name);
    expect(others.filter((other) => !new RegExp(`[(|]${other}[|)]`).test(text))).toEqual([]);
  }
});
