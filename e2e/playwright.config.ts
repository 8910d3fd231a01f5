import { defineConfig } from 'playwright/test';

const port = Number(process.env.E2E_PORT ?? 4180);
/** A real InfluxDB 2.x. Its operator token, user and password: INFLUX_TOKEN, INFLUX_USERNAME, INFLUX_PASSWORD. */
const real = process.env.INFLUX_URL;
const server = real === undefined ? '--isolated' : `--influx real=${real}`;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  // What needs the demo's content, faults on order or a server of its own.
  grepInvert: real === undefined ? undefined : /@demo/,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only at the second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    },
  },
  webServer: {
    command: `node dist-server/headgate.js ${server} --port ${port}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/healthz`,
    reuseExistingServer: false,
  },
});
