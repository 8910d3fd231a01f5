import { buildApp, entryLoad, loadOf } from '../appBuilds';
import { withBrowser } from '../browser';
import type { Measured } from '../measure';
import { atMost } from '../measure';
import { startServer } from '../serverProcess';

/** What is needed only once there is a query or a result. */
const later = [
  /\/node_modules\/(recharts|d3-[^/]*|victory-vendor|@codemirror|codemirror|@lezer|@uiw)\//,
  /\/node_modules\/@influxdata\/flux-lsp-browser\//,
  /\/src\/(worker|ui\/charts|components\/editor)\//,
  /\/src\/lib\/(annotatedCsv|csvRecord|flux(Rows|Table)|influxql(Json|Rows|Parser|Scanner)|m4)\.ts$/,
];

function laterModules(modules: readonly string[]): string[] {
  return modules.filter((id) => later.some((pattern) => pattern.test(id)));
}

/** Of the official user interface until its sign-in page can be used: InfluxDB 2.9.0, recorded in November 2026. */
const officialBytes = 9_140_000;

interface Loaded {
  /** On the wire, headers included. */
  bytes: number;
  requests: number;
  /** Scripts and styles among it, by their paths in `dist`. */
  files: string[];
}

/** What the browser loads from the gateway until the sign-in page can be used. */
async function loadedForSignIn(): Promise<Loaded> {
  const server = await startServer('node dist-server/headgate.js --isolated', '/');
  try {
    return await withBrowser(async (page) => {
      const network = await page.context().newCDPSession(page);
      await network.send('Network.enable');
      const loaded: Loaded = { bytes: 0, requests: 0, files: [] };
      network.on('Network.loadingFinished', ({ encodedDataLength }) => {
        loaded.bytes += encodedDataLength;
        loaded.requests++;
      });
      page.on('response', (answer) => {
        const path = new URL(answer.url()).pathname.slice(1);
        if (/\.(js|css)$/.test(path)) loaded.files.push(path);
      });
      await page.goto(server.url, { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
      return loaded;
    });
  } finally {
    await server.stop();
  }
}

const kB = (bytes: number) => bytes / 1000;

export async function bundle(): Promise<Measured[]> {
  const split = await buildApp('as it is');
  const eager = entryLoad(await buildApp('eager'));
  const { bytes, requests, files } = await loadedForSignIn();
  const entry = entryLoad(split);
  const signIn = loadOf(split, [...new Set(files)]);
  const early = laterModules(signIn.modules);
  for (const id of early) console.log(`  loaded too early: ${id}`);
  if (laterModules(eager.modules).length < 50) throw new Error('the patterns find nothing');
  return [
    atMost(
      'light first page',
      'gzip of the entry ÷ the same app built eagerly',
      entry.gzip / eager.gzip,
      0.5,
      { 'kB gzip': kB(entry.gzip), 'eager, kB gzip': kB(eager.gzip) },
    ),
    atMost(
      'light first page',
      'gzip of all that sign-in loads ÷ the same app built eagerly',
      signIn.gzip / eager.gzip,
      0.65,
      { 'kB gzip': kB(signIn.gzip), 'eager, kB gzip': kB(eager.gzip) },
    ),
    atMost(
      'light first page',
      'modules of charts, editor and parsers in what sign-in loads',
      early.length,
      0,
      { modules: signIn.modules.length },
    ),
    atMost(
      'light first page',
      'bytes on the wire until sign-in ÷ those of the official user interface',
      bytes / officialBytes,
      1 / 25,
      { kB: kB(bytes), requests },
    ),
  ];
}
