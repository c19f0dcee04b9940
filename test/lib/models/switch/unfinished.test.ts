import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import { executeLines } from '../../../../src/lib/models/switch/execute-lines.ts';
import { leftUnsaved, waitingForReload } from '../../../../src/lib/models/switch/unfinished.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';

/** What is left open behind these lines of global configuration, each with the number of its line. */
function open(lines: readonly string[], platform: IosPlatform = 'catalyst-2960s') {
  const code = sliceOf(createSourceFile('sw.ios', lines.join('\n')));
  const typed = executeLines(code, openConsole(platform, { mode: 'config' }));
  const { state } = typed.console;
  const at = (line: (typeof typed.lines)[number]) => typed.lines.indexOf(line) + 1;
  const unsaved = leftUnsaved(typed.lines, state);
  return {
    waiting: waitingForReload(typed.lines, state).map(({ line, problem }) => [
      at(line),
      problem.message.split(' takes')[0],
    ]),
    unsaved: unsaved && [at(unsaved.line), unsaved.problem.rule],
  };
}

describe('A setting that waits for a reload', () => {
  it('is the last one that set it', () => {
    expect(open(['system mtu jumbo 9000', 'vlan 10', 'system mtu jumbo 9198', 'vlan 11']).waiting).toEqual([
      [3, 'The MTU'],
    ]);
    expect(open(['system mtu 1998']).waiting).toEqual([[1, 'The MTU']]);
    expect(open(['port jumbo-frame'], 'sg300').waiting).toEqual([[1, 'The setting']]);
    expect(open(['sdm prefer qos']).waiting).toEqual([[1, 'The template']]);
  });

  it('waits no longer after a reload, or where it went back', () => {
    expect(open(['system mtu jumbo 9198', 'end', 'reload']).waiting).toEqual([]);
    expect(open(['system mtu jumbo 9198', 'no system mtu jumbo']).waiting).toEqual([]);
    expect(open(['system mtu routing 1600']).waiting).toEqual([]);
    expect(open(['port jumbo-frame', 'end', 'write', 'reload'], 'sg300').waiting).toEqual([]);
    expect(open(['sdm prefer qos', 'end', 'reload']).waiting).toEqual([]);
  });

  it('that the switch refuses does not wait', () => {
    expect(open(['system mtu jumbo 99999']).waiting).toEqual([]);
  });
});

describe('A configuration that is never saved', () => {
  it('is reported at the last line that changed it', () => {
    expect(open(['hostname core', 'end', 'show version']).unsaved).toEqual([1, 'ios/not-saved']);
    expect(open(['hostname core', 'end', 'write', 'configure terminal', 'hostname edge']).unsaved).toEqual([
      5,
      'ios/not-saved',
    ]);
  });

  it('is none where it was saved, or nothing changed', () => {
    expect(open(['hostname core', 'end', 'write memory']).unsaved).toBeUndefined();
    expect(open(['vlan 10']).unsaved).toBeUndefined();
    expect(open(['hostname core', 'no hostname']).unsaved).toBeUndefined();
  });
});
