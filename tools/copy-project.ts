import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A copy of all that a site is made from, into an empty or missing folder, with what is installed linked to it. */
export function copyProject(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of [
    'src',
    'public',
    'tools',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(to, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction');
}
