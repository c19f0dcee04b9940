// Starts a tool of this project on a Node that can run it.
//
//   node tools/run.mjs <package-bin | script.ts | script.mjs> [arguments]
//
// Astro 7 needs Node 22.12 and the command line runs TypeScript as it is (22.18). Where the reader's own Node is older, the
// Node 24 that comes as an optional dependency is used. Plain JavaScript that parses on Node 18, and it does not rely on
// `node_modules/.bin/node`, which npm 10 leaves out when several packages offer a bin of one name.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The newest Node found: this one if it will do, else the packaged one. */
export function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const { platform, arch } = process;
  const packages = [
    `node-${platform === 'win32' ? 'win' : platform}-${arch}`,
    `node-bin-${platform}-${arch}`,
  ];
  for (const name of packages) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      return join(dirname(manifest), require(manifest).bin.node);
    } catch {
      // Not the package for this machine.
    }
  }
  console.error(
    `This project needs Node 22.18 or newer to run; yours is ${process.version}.\n` +
      `The Node 24 it brings along was not installed for ${platform}-${arch}. Run \`npm ci\` without --omit=optional, or install Node 24.`,
  );
  process.exit(2);
}

/** The script behind a word: a file of the project, or the bin of an installed package (the one of its name, or its first). */
function findScript(word) {
  if (/\.(ts|mjs|js)$/.test(word)) return join(root, word);
  const manifest = require.resolve(`${word}/package.json`);
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin[word] ?? Object.values(bin)[0]));
}

/** Runs `word` with `args` on a fitting Node, in this terminal, and ends with its exit code. */
export function run(word, args, env = {}) {
  const node = findNode();
  const child = spawn(node, [findScript(word), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      // A server started here stays in the foreground.
      ASTRO_DEV_BACKGROUND: '0',
      ASTRO_PREVIEW_BACKGROUND: '0',
      ASTRO_TELEMETRY_DISABLED: '1',
      // What Node made of the modules is kept: most of a short run is their loading.
      NODE_COMPILE_CACHE: join(root, '.cache/node'),
      ...env,
      PATH: dirname(node) + delimiter + process.env.PATH,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [word, ...args] = process.argv.slice(2);
  if (!word) {
    console.error('usage: node tools/run.mjs <tool> [arguments]');
    process.exit(2);
  }
  run(word, args);
}
