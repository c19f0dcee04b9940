import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
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

/** What of `src/content` is the program's own: what it says of its rules, and how far it was measured. */
const ofTheProgram = ['rules', 'accuracy'];

/** Puts another content, or none, in the place of a copy's posts, labs and what belongs to them. */
export function replaceContent(copy: string, content: string | undefined): void {
  const folder = join(copy, 'src/content');
  for (const name of readdirSync(folder))
    if (!ofTheProgram.includes(name)) rmSync(join(folder, name), { recursive: true });
  if (content !== undefined) cpSync(content, folder, { recursive: true });
  // What was released is of the posts that were there.
  rmSync(join(copy, 'public/bundles'), { recursive: true, force: true });
}
