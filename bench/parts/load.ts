import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import type { BuildKind } from '../appBuilds';
import { buildApp } from '../appBuilds';
import { withBrowser } from '../browser';
import type { Measured } from '../measure';
import { atMost, median } from '../measure';
import { startServer } from '../serverProcess';

/** Headgate with the app built eagerly, as complete as the one that is measured; answers its folder. */
async function eagerHeadgate(): Promise<string> {
  const root = `${process.cwd()}/node_modules/.cache/headgate-bench/eager`;
  mkdirSync(`${root}/scripts`, { recursive: true });
  await buildApp('eager', `${root}/dist`);
  cpSync('dist-server', `${root}/dist-server`, { recursive: true });
  cpSync('package.json', `${root}/package.json`);
  cpSync('scripts/compress.mjs', `${root}/scripts/compress.mjs`);
  execFileSync('node', [`${root}/scripts/compress.mjs`]);
  return root;
}

const steps = ['first paint', 'ready', 'blocked'] as const;
type Loading = Record<(typeof steps)[number], number>;

declare global {
  /** Ms in which the main thread could not answer, so far. */
  var blockedMs: number;
}

/** A slow device on a usual line: a quarter of the speed, 10 Mbit/s, 40 ms. */
function signIn(url: string): Promise<Loading> {
  return withBrowser(async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: 1.25e6,
      uploadThroughput: 1.25e6,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      globalThis.blockedMs = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.blockedMs += duration - 50;
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(url);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('button')].some((one) => one.textContent === 'Sign in'),
    );
    return page.evaluate(async () => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      await frame();
      return {
        ready: await frame(),
        'first paint': performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        blocked: globalThis.blockedMs,
      };
    });
  });
}

const bars: Loading = { 'first paint': 0.8, ready: 0.9, blocked: 0.8 };

export async function load(isQuick: boolean): Promise<Measured[]> {
  const servers = {
    'as it is': await startServer('node dist-server/headgate.js --isolated', '/'),
    eager: await startServer(
      `node ${await eagerHeadgate()}/dist-server/headgate.js --isolated`,
      '/',
    ),
  };
  const seen: Record<BuildKind, Loading[]> = { 'as it is': [], eager: [] };
  try {
    for (let i = 0; i < (isQuick ? 5 : 9); i++) {
      seen.eager.push(await signIn(servers.eager.url));
      seen['as it is'].push(await signIn(servers['as it is'].url));
    }
  } finally {
    await servers.eager.stop();
    await servers['as it is'].stop();
  }
  return steps.map((step) => {
    const of = (kind: BuildKind) => median(seen[kind].map((one) => one[step]));
    const ms = { 'as it is': of('as it is'), eager: of('eager') };
    return atMost(
      'first page soon',
      `sign-in on a slow device, ${step} ÷ the same app built eagerly`,
      ms['as it is'] / ms.eager,
      bars[step],
      ms,
    );
  });
}
