import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Flags for a root user in a container without a network; the background services of a browser would only fail there. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that `npm test` found or installed. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  return chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
}

/** Collects what a page complains about: console errors (also of the Content-Security-Policy), exceptions, failed requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) =>
    complaints.push(`${page.url()}: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  return complaints;
}
