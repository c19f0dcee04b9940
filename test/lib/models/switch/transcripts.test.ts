import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { answerLine } from '../../../../src/lib/models/switch/answer-line.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import type { Console } from '../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import { allAnswer } from '../../../../src/lib/models/switch/wiring.ts';
import { transcripts, unknownInTranscripts } from './transcripts.ts';

describe.each(Object.entries(transcripts))('What was refused in %s', (_, rows) => {
  it.each(rows)('after $before: $line', ({ platform, before, line, reply, also }) => {
    const console = typed(before, platform);
    const { step, refused, console: then } = executeLine(line, console);
    expect(step.kind === 'refused' || refused !== undefined).toBe(true);
    expect(then.state).toBe(console.state);
    const { printed } = answerLine(line, console, allAnswer);
    expect(printed).toContain(reply);
    if (also !== undefined) expect(printed).toContain(also);
  });
});

describe('What is not known to be refused', () => {
  it.each(unknownInTranscripts)('is not taken for a command either: $line', ({ platform, before, line }) => {
    const console = typed(before, platform);
    const { step, console: then } = executeLine(line, console);
    expect(step.kind).toBe('unknown');
    expect(then.state).toBe(console.state);
  });
  it('is at most a twentieth of at least sixty', () => {
    const refused = Object.values(transcripts).flat().length;
    expect(refused).toBeGreaterThanOrEqual(60);
    expect(unknownInTranscripts.length / (refused + unknownInTranscripts.length)).toBeLessThanOrEqual(0.05);
  });
});

function typed(lines: readonly string[], platform: IosPlatform): Console {
  return lines.reduce<Console>(
    (current, one) => executeLine(one, current).console,
    openConsole(platform, { mode: 'config' }),
  );
}
