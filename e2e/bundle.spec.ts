import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectDrawn } from './chart';
import { tokens, v1User } from './demoClient';
import { expect, test } from './fixtures';

test('nothing of the demo is in what browsers load', () => {
  const folder = fileURLToPath(new URL('../dist/assets/', import.meta.url));
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(20);
  for (const name of scripts) {
    const text = readFileSync(folder + name, 'utf8');
    for (const secret of [...Object.values(tokens), v1User.password, 'x-demo-seed'])
      expect(text.includes(secret), `${name} holds ${secret}`).toBe(false);
  }
});

test(
  'no request leaves the origin, and the content security policy holds',
  { tag: '@demo' },
  async ({ page, baseURL, iot, open }) => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) elsewhere.push(url);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      );
    });
    const response = await page.goto('');
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(response?.headers()['x-content-type-options']).toBe('nosniff');

    await open(`/orgs/${iot}/explorer?bucket=airsensors&m=airSensors&f=temperature`);
    await expectDrawn(page.getByRole('figure', { name: 'airSensors' }));
    // The language server is WebAssembly in a worker: the strictest part of the policy.
    await page.getByRole('textbox', { name: 'Flux query' }).fill('from(bucket: )');
    await page.goto(`servers/demo/orgs/${iot}/buckets`);
    await expect(page.getByText('4 buckets')).toBeVisible();
    expect(elsewhere).toEqual([]);
  },
);
