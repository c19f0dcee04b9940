// Starts a tool of this project on a Node that can run it.
//
//   node tools/run.mjs <package-bin | script.ts | script.mjs> [arguments]
//
// Where the reader's own Node will not do (`node-version.mjs`), the one that `packaged-node/` brings along is used. Plain JavaScript
// that parses on Node 18, and it does not rely on `node_modules/.bin/node`, which npm 10 leaves out when several packages offer a bin
// of one name.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runsTypeScript } from './node-version.mjs';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node to use: this one if it will do, else the packaged one. */
export function findNode() {
  if (runsTypeScript(process.versions.node, process.features.typescript)) return process.execPath;
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
  const without = process.features.typescript === false ? ', which was built or started without' : '';
  console.error(
    `This project needs a Node that runs TypeScript (22.18, 23.6, 24 or newer); yours is ${process.version}${without}.\n` +
      `The one it brings along was not installed for ${platform}-${arch}. Run \`npm ci\` with this Node and without --omit=optional, or install Node 24 from nodejs.org.`,
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
      // It writes down when it looked, and a server that is starting beside takes that for a change of the configuration.
      ASTRO_DISABLE_UPDATE_CHECK: 'true',
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
