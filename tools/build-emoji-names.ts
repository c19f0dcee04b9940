import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gemoji } from 'gemoji';
import { format, resolveConfig } from 'prettier';

// Writes the names that GitHub has for emoji, from the package that lists them, into the engine.

const file = join(import.meta.dirname, '../src/lib/guide/extensions/emoji-names.ts');
const names = gemoji.flatMap(({ emoji, names }) => names.map((name) => `${name} ${emoji}`)).sort();
const text = `/** What GitHub calls each emoji: a name and its sign a line. Made by tools/build-emoji-names.ts from the package gemoji (MIT). */
export const emojiNames = \`\n${names.join('\n')}\n\`;\n`;
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
