import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import buildLog from '../../src/build/build-log.ts';

let written: string[];
beforeEach(() => {
  written = [];
  const write = (text: unknown) => {
    written.push(String(text));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
});
afterEach(() => vi.restoreAllMocks());

const say = (label: string | null, message: string, newLine = true, level: 'info' | 'error' = 'info') =>
  buildLog().write({ label, level, message, newLine });

describe('the log of a build', () => {
  it('has no line for a page that was made, cached or restored', () => {
    say(null, '  \u001b[34m├─\u001b[39m \u001b[2m/a/index.html\u001b[22m', false);
    say('SKIP_FORMAT', ' \u001b[2m(+12ms)\u001b[22m ');
    say(null, '  ├─ /b/index.html', false);
    say('SKIP_FORMAT', ' (cached)');
    say(null, '  ├─ /c/index.html', false);
    say('SKIP_FORMAT', ' \u001b[32m(restored)\u001b[39m');
    say('SKIP_FORMAT', ' (+1.50s) ');
    expect(written).toEqual([]);
  });

  it('has everything else', () => {
    say('SKIP_FORMAT', '\n generating static routes ');
    say('build', '12 page(s) built in 2.53s');
    say('SKIP_FORMAT', ' (+3ms) (file not created, response body was empty)');
    say(null, '✓ Completed in 90ms.\n');
    say('content', '  ├─ (+1ms)', false, 'error');
    expect(written).toHaveLength(5);
    expect(written[1]).toContain('12 page(s) built in 2.53s');
  });

  it('has nothing in it that a terminal acts on, but colours', () => {
    say('content', 'a\u001b[2J\u0007\r\u009b2J\u202e \u001b[1;31mred\u001b[39m\n\tb', true, 'error');
    expect(written.join('')).toContain(
      'a‹U+001B›[2J‹U+0007›‹U+000D›‹U+009B›2J‹U+202E› \u001b[1;31mred\u001b[39m\n\tb',
    );
  });
});
