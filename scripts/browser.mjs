// Finds a Chromium for the browser tests: $CHROMIUM_PATH, a system one, or Playwright's own download.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const systemPlaces = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium that can be run, or undefined. */
export async function findChromium() {
  const own = process.env.CHROMIUM_PATH;
  if (own) return isExecutable(own) ? own : undefined;
  for (const place of systemPlaces) {
    for (const name of [...systemNames, 'Google Chrome']) {
      const path = join(place, name);
      if (isExecutable(path)) return path;
    }
  }
  const { chromium } = await import('playwright');
  const downloaded = chromium.executablePath();
  return downloaded && isExecutable(downloaded) ? downloaded : undefined;
}
