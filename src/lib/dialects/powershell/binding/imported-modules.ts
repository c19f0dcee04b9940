import { clashingModules } from '../catalogue/overrides/clashing-modules.ts';
import type { CommandNode, Node } from '../syntax/tree.ts';

/** Modules that a command or statement brings into the session, by name; a path counts by its last part. */
export function modulesBroughtBy(node: Node): readonly string[] {
  if (node.kind === 'using')
    return node.what.toLowerCase() === 'module' && node.name?.kind === 'text'
      ? [nameOf(node.name.value)]
      : [];
  if (node.kind !== 'command') return [];
  const [first, ...rest] = node.elements;
  if (first?.kind !== 'text' || !/^(?:Import-Module|ipmo|Add-PSSnapin|asnp)$/i.test(first.value)) return [];
  return textsIn(rest).map(nameOf);
}

/** Modules that a script requires in comments (`#Requires -Modules A, B`). */
export function modulesRequiredBy(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*#requires[^\n]*?-mod\w*[ \t]+([^\n]*)/gim)].flatMap(([, list = '']) =>
    list
      .replace(/\s-(?!mod).*$/i, '')
      .split(',')
      .map((one) =>
        nameOf(/ModuleName\s*=\s*['"]?([\w.-]+)/i.exec(one)?.[1] ?? one.trim().replace(/['"]/g, '')),
      ),
  );
}

/** The module of the catalogue whose names are no longer its own, now that one of these modules is there; undefined for all others. */
export function shadowedBy(module: string): string | undefined {
  return clashingModules.find((one) => one.module.test(module))?.shadows.toLowerCase();
}

/** The same by a command that only such a module has. */
export function shadowedByCommand({ elements }: CommandNode): string | undefined {
  const [name] = elements;
  if (name?.kind !== 'text') return undefined;
  return clashingModules.find((one) => one.command.test(name.value))?.shadows.toLowerCase();
}

function textsIn(elements: CommandNode['elements']): readonly string[] {
  return elements.flatMap((element) => {
    const value = element.kind === 'parameter' ? element.value : element;
    const all = value?.kind === 'array' ? value.elements : value ? [value] : [];
    return all.flatMap((one) => (one.kind === 'text' && one.parts.length === 0 ? [one.value] : []));
  });
}

function nameOf(written: string): string {
  return written
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.(?:psd1|psm1|dll)$/i, '');
}
