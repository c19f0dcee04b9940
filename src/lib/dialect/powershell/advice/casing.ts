import type { Edit } from '../../../diagnostics/diagnostic.ts';
import type { Problem } from '../bind.ts';
import { dashOperators } from '../token.ts';
import type { Use } from './use.ts';

/** Names that PowerShell takes in any case, written in another than their own. One problem a command; its repair has all of them. */
export function checkCasing({ elements, name, resolution, arguments: all }: Use): Problem[] {
  if (resolution.kind !== 'command') return [];
  const { command, alias } = resolution;
  const edits: Edit[] = [];
  const [first] = elements;
  const canonical = name.includes('\\') ? `${command.module}\\${command.name}` : command.name;
  if (alias === undefined && first?.kind === 'text' && first.quote === 'bare' && differs(name, canonical))
    edits.push({ start: first.start, end: first.end, text: canonical });
  for (const { parameter, element, how } of all) {
    if (
      how === 'name' &&
      parameter &&
      element &&
      differs(element.name, parameter.name) &&
      !readsAsOperator(command, element.name)
    )
      edits.push({
        start: element.nameEnd - element.name.length,
        end: element.nameEnd,
        text: parameter.name,
      });
  }
  const [spot] = edits;
  if (!spot) return [];
  const texts = edits.map(({ text }, index) => (index === 0 && text === canonical ? text : `-${text}`));
  const list = texts.length === 1 ? texts[0]! : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)!}`;
  return [
    {
      rule: 'powershell/casing',
      start: spot.start,
      end: spot.end,
      message: `The name is ${list}: PowerShell takes any case, a reader finds one of them.`,
      hint: `Write ${list}.`,
      repair: { title: `Write ${list}`, edits },
    },
  ];
}

/** `Where-Object State -eq Running`: the parameter is EQ, and is written as the operator it stands for. */
function readsAsOperator({ name }: { readonly name: string }, written: string): boolean {
  return name === 'Where-Object' && dashOperators.has(written);
}

function differs(written: string, canonical: string): boolean {
  return written !== canonical && written.toLowerCase() === canonical.toLowerCase();
}
