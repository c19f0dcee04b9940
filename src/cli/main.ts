import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

// What is loaded from here on is compiled once for all runs.
enableCompileCache(resolve(import.meta.dirname, '../../node_modules/.cache/labworks'));
// A reader such as `head` may close the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const { runCommandLine } = await import('./command-line.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
