import { parseArgs } from 'node:util';
import { createEngine } from '../../lib/engine.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { readLabwork } from '../labwork.ts';
import { docsUrl } from '../docs-url.ts';
import { choose } from '../choose.ts';
import { compatibilityJson, compatibilityTable } from '../views/compatibility.ts';
import { stdout } from '../terminal.ts';

export const help = `npx labworks compat N [options]

Binds the PowerShell of labwork N again as if its hosts were of each version of Windows Server, and shows every step against
every version: ok, warning, error, or unknown where the facts are silent. Notes say what is wrong, and what to do. Switches are
not part of it.

  --format F   pretty or json (default: pretty)

Exit codes: 0 shown, whatever it says (\`npx labworks check\` judges the versions that the lab has), 2 it could not be done.
`;

export function run(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'pretty' } },
  });
  const format = choose('--format', values.format, ['pretty', 'json']);
  const engine = createEngine({ catalogue: loadCatalogue() });
  const { number, guides, labs } = readLabwork(positionals, engine, 'labworks compat 2');
  const compatibility = engine.compatibilityOf(guides, labs);
  if (format === 'json') stdout.write(compatibilityJson(number, compatibility, docsUrl));
  else stdout.print(compatibilityTable(compatibility, stdout.painter));
  return 0;
}
