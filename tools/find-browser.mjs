// Finds a Chromium for the browser tests, or installs one, and says which.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const installed = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  ],
  win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/** The path of a browser already here: `CHROME_PATH`, one on the PATH or in its usual place, or Playwright's own. */
export function findBrowser() {
  const given = process.env['CHROME_PATH'];
  if (given) return existsSync(given) ? given : undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => (folder ? names.map((name) => join(folder, name)) : []));
  const own = chromium.executablePath();
  return [...(installed[process.platform] ?? []), ...onPath, ...(own ? [own] : [])].find((path) =>
    existsSync(path),
  );
}

/** A browser, installed if need be. Ends with a message where there is none to be had. */
export function provideBrowser(say) {
  const found = findBrowser();
  if (found) {
    say(`browser: ${found}`);
    return found;
  }
  const isRoot = process.getuid?.() === 0;
  if (process.platform === 'linux' && isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    say('browser: none found; installing Debian’s chromium with apt-get');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } else {
    say('browser: none found; installing Playwright’s Chromium');
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
  const now = findBrowser();
  if (!now)
    throw new Error(
      'No browser could be found or installed. Install Chrome or Chromium, or set CHROME_PATH.',
    );
  say(`browser: ${now}`);
  return now;
}
