// What `npm start`, `npm test` and the others need before they run; on a fresh clone only Node and npm are there.
//   (nothing)   packages as the lock file says
//   --build     dist and dist-server, when sources changed since
//   --browser   a Chromium for the browser tests
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const wants = (flag) => process.argv.includes(flag);
const say = (line) => console.error(`headgate: ${line}`);

function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  });
  return done.status === 0;
}

function stop(line) {
  say(line);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) stop(`Node ${process.versions.node} is too old: 20.19 or 22.12 and newer are needed`);
}

const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
};

/** Runs `make` unless the marker already holds this hash. */
function onceFor(marker, hash, make) {
  const path = join(root, marker);
  if (existsSync(path) && readFileSync(path, 'utf8') === hash) return;
  make();
  writeFileSync(path, hash);
}

function ensurePackages() {
  onceFor('node_modules/.headgate-lock', hashOf(['package-lock.json']), () => {
    say('installing packages (npm ci) …');
    const installed = run('npm', [
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (!installed) stop('npm ci failed');
  });
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();
}

function ensureBuild() {
  const sources = [
    ...['src', 'public', 'scripts'].flatMap(filesBelow),
    ...['index.html', 'package-lock.json', 'package.json', 'tsconfig.json'],
    ...['vite.config.ts', 'vite.server.config.ts'],
  ];
  onceFor('dist-server/.sources', hashOf(sources), () => {
    say('building …');
    if (!run('npm', ['run', '--silent', 'build'])) stop('the build failed');
  });
}

async function ensureBrowser() {
  const { findChromium } = await import('./browser.mjs');
  if (await findChromium()) return;
  if (process.env.HEADGATE_NO_INSTALL === '1') {
    say('no Chromium found and HEADGATE_NO_INSTALL=1: browser tests will be skipped');
    return;
  }
  say('no Chromium found: downloading one for the browser tests …');
  if (
    run('npx', ['playwright', 'install', 'chromium'], { timeout: 300_000 }) &&
    (await findChromium())
  ) {
    return;
  }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('the download failed: installing the package chromium (apt-get install chromium) …');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (!(await findChromium())) {
    say('no Chromium could be had (set CHROMIUM_PATH): browser tests will be skipped');
  }
}

checkNode();
ensurePackages();
if (wants('--build')) ensureBuild();
if (wants('--browser')) await ensureBrowser();
