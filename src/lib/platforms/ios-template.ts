import type { ScriptRole, ScriptTemplate, TemplateOptions } from './script-template.ts';
import { asTheyStand, lookingAdvice, undoAdvice } from './script-template.ts';

/** A switch runs what is pasted, line by line, and does not stop: all that a template can do is to say so. */
export function iosTemplate({ role }: TemplateOptions): ScriptTemplate {
  const pasting = [
    'Paste a step at a time, in privileged EXEC mode, and read every answer. A switch does not stop at a',
    'line it refuses (an answer that begins with % and is not a warning): you must. Where it asks before',
    'it saves, answer before you paste on.',
  ];
  const advice: Readonly<Record<ScriptRole, readonly string[]>> = {
    apply: [
      ...asTheyStand,
      '',
      ...pasting,
      '',
      'Pasted twice, most configuration lines are taken again without harm. Nothing here makes sure of it.',
    ],
    verify: ['These commands only look.', ...lookingAdvice],
    undo: [...undoAdvice, '', ...pasting],
  };
  return {
    mark: '!',
    lineEnd: '\n',
    extension: 'ios',
    marksEncoding: false,
    advice: advice[role],
    preamble: [],
    openStep: () => [],
    closeStep: () => [],
    openBlock: [],
    closeBlock: [],
  };
}
