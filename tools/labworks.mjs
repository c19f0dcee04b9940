#!/usr/bin/env node
// `npx labworks …`: the command line, started on a Node that runs TypeScript as it is.
import { run } from './run.mjs';

run('src/cli/main.ts', process.argv.slice(2));
