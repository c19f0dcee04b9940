import { parseArgs } from 'node:util';

export const help = `npx labworks lsp [--stdio]

Speaks the Language Server Protocol over standard input and output: an editor starts it, and shows while one types what
\`labworks check\` would tell, with its repairs, what a command binds to, and what may come next. docs/editors.md says how
editors are told of it.

  --stdio        as it does anyway; many editors add the word

Exit codes: 0 the editor has taken leave, 1 it has gone without.
`;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: { stdio: { type: 'boolean' } } });
  const { serve } = await import('../language-server/serve.ts');
  return serve();
}
