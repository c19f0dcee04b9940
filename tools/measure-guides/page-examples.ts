/** A block of PowerShell among the examples of a command's page. */
export interface PageExample {
  readonly text: string;
  /** From 1, among the page's blocks of PowerShell. */
  readonly number: number;
}

const prompt = /^\s*PS [A-Za-z]+:[^>\n]*>+ ?/m;

/** The blocks that are marked as PowerShell, or show a prompt, among a page's examples: without prompts and what they print. */
export function examplesOfPage(page: string): readonly PageExample[] {
  const part = /^## EXAMPLES\s*$([\s\S]*?)^## /m.exec(page.replaceAll('\r', ''))?.[1] ?? '';
  const blocks = [...part.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```/gm)].filter(
    // A block without a language may be output: it counts where it shows a prompt.
    ([, language = '', block = '']) =>
      /^powershell$/i.test(language) || (language === '' && prompt.test(block)),
  );
  return blocks.flatMap(([, , block = ''], index) => {
    const text = commandsOf(block);
    return text === undefined ? [] : [{ text, number: index + 1 }];
  });
}

/** Names of parameters that a page describes, each once. */
export function describedParameters(page: string): readonly string[] {
  return [...new Set([...page.matchAll(/^### -([A-Za-z]\w*)\s*$/gm)].map(([, name = '']) => name))];
}

/** Calls as a page's syntax has them: of each set one with all that may be mandatory, and one with everything. */
export function callsOfSyntax(page: string): readonly string[] {
  const part = /^## SYNTAX\s*$([\s\S]*?)^## /m.exec(page.replaceAll('\r', ''))?.[1] ?? '';
  return [...part.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => {
    const [, command, rest = ''] = /^([A-Za-z]+-\w+)(.*)$/.exec(block.replace(/\s+/g, ' ').trim()) ?? [];
    if (command === undefined) return [];
    const parameters = [...rest.matchAll(/(\[)?(\[)?-(\w+)(\])?(?: <[^>]+>)?/g)].map(
      ([written, outer, inner, name = '', close]) => ({
        text: `-${name}${written.includes('<') ? ' $value' : ''}`,
        // `[-Name <String>]` and `[[-Name] <String>]`, but not `[-Name] <String>`; a page does not say of a switch whether it is mandatory.
        isOptional:
          outer !== undefined && (inner !== undefined || close === undefined) && written.includes('<'),
      }),
    );
    const call = (some: typeof parameters) => [command, ...some.map(({ text }) => text)].join(' ');
    return [call(parameters.filter(({ isOptional }) => !isOptional)), call(parameters)];
  });
}

/** What stands after prompts, with the lines that go on after it; the whole block where there is no prompt. */
function commandsOf(block: string): string | undefined {
  const lines = block.trimEnd().split('\n');
  if (!lines.some((line) => prompt.test(line))) return block.trim() === '' ? undefined : block.trimEnd();
  const code: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (prompt.test(line)) code.push(line.replace(prompt, ''));
    else if (/^>> ?/.test(line)) code.push(line.replace(/^>> ?/, ''));
    else if (isOpen) code.push(line);
    isOpen = /[`|,{(]\s*$/.test(code.at(-1) ?? '') && (isOpen || prompt.test(line) || /^>>/.test(line));
  }
  const text = code.join('\n').trimEnd();
  return text === '' ? undefined : text;
}
