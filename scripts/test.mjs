// `npm test`: every check and every runner in one order, and one closing line with the sum of their own reports.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'test-results', 'reports');

const checks = [
  { name: 'types', script: 'typecheck' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format' },
  { name: 'unused code', script: 'knip' },
  { name: 'size of the entry', script: 'size' },
];

/** Resolves with whether the script ended with 0. Its output goes to ours. */
function npmRun(script, args = [], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(
      'npm',
      ['run', '--silent', script, ...(args.length ? ['--', ...args] : [])],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...env },
        shell: process.platform === 'win32',
      },
    );
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

function readReport(name) {
  const path = join(reports, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** One that nothing listens on now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const noReport = { passed: 0, failed: 1, skipped: 0 };

async function runCheck({ name, script }) {
  console.log(`\n── ${name}`);
  const passed = await npmRun(script);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Unit, component, gateway and contract tests. A file that could not even start counts as one failure. */
async function runVitest() {
  console.log('\n── unit, component, gateway and contract tests');
  const ok = await npmRun('unit', [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'vitest.json')}`,
  ]);
  const report = readReport('vitest.json');
  if (!report || report.numTotalTests === 0) return noReport;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.length,
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed || (ok ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function runPlaywright() {
  console.log('\n── browser tests');
  const chromium = await findChromium();
  if (!chromium) {
    console.log('skipped: no Chromium (set CHROMIUM_PATH)');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const ok = await npmRun('e2e', ['--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json'),
  });
  const report = readReport('playwright.json');
  if (!report) return noReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + report.errors.length;
  if (expected + flaky + failed === 0) return noReport;
  return { passed: expected + flaky, failed: failed || (ok ? 0 : 1), skipped };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const started = Date.now();
const sum = { passed: 0, failed: 0, skipped: 0 };
const steps = [...checks.map((check) => () => runCheck(check)), runVitest, runPlaywright];
for (const step of steps) {
  const result = await step();
  for (const key of Object.keys(sum)) sum[key] += result[key];
}
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`);
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
