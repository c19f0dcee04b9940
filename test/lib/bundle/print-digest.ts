import { labworkBundle } from './labwork.ts';

process.stdout.write(labworkBundle().sha256);
