import { createInterface } from 'node:readline/promises';
import { stdout, terminalText } from './terminal.ts';

/** Asks a person at a terminal. */
export interface Asking {
  /** One line that is not empty, or what is `otherwise` taken. */
  text(question: string, otherwise?: string): Promise<string>;
  /** One of the choices, by its word or the beginning of it that no other has. */
  choice<const T extends string>(question: string, choices: readonly T[], otherwise?: T): Promise<T>;
  /** Whether they agree; an empty line does. */
  agreed(question: string): Promise<boolean>;
  close(): void;
}

/** Undefined where nobody is there to be asked. */
export function askAtTerminal(): Asking | undefined {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return undefined;
  const lines = createInterface({ input, output });
  // Ctrl+D and Ctrl+C end the command with nothing written.
  const closed = new Promise<never>((_, reject) =>
    lines.once('close', () => reject(new AskingEnded('nothing was written.'))),
  );
  closed.catch(() => undefined);
  const ask = async (question: string) =>
    (await Promise.race([lines.question(terminalText(`${question} `)), closed])).trim();
  const text = async (question: string, otherwise?: string): Promise<string> => {
    for (;;) {
      const answer = await ask(otherwise === undefined ? question : `${question} [${otherwise}]`);
      if (answer !== '') return answer;
      if (otherwise !== undefined) return otherwise;
    }
  };
  return {
    text,
    choice: async (question, choices, otherwise) => {
      for (;;) {
        const answer = await text(`${question} (${choices.join(', ')})`, otherwise);
        const meant = choices.filter((one) => one.startsWith(answer.toLowerCase()));
        const exact = choices.find((one) => one === answer.toLowerCase());
        const found = exact ?? (meant.length === 1 ? meant[0] : undefined);
        if (found !== undefined) return found;
        stdout.print(`“${answer}” is none of ${choices.join(', ')}.\n`);
      }
    },
    agreed: async (question) => /^(?:y(?:es)?)?$/i.test(await ask(`${question} [Y/n]`)),
    close: () => lines.close(),
  };
}

/** A person has left before everything was said. */
export class AskingEnded extends Error {}
