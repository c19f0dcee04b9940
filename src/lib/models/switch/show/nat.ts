import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { byPlace } from './interface-names.ts';
import { globalLines, interfaceLinesKept } from './kept-lines.ts';

/** `show ip nat statistics`: which interfaces are on which side; what was translated is not known. */
export function natStatistics({ running }: SwitchState): string {
  const on = (side: string) => {
    const names = [...running.interfaces].flatMap(([name, config]) =>
      interfaceLinesKept(config).includes(`ip nat ${side}`) ? [name] : [],
    );
    return names.length === 0 ? unknownValue : `  ${names.sort(byPlace).join(', ')}`;
  };
  return [
    `Total active translations: ${unknownValue}`,
    unknownValue,
    'Outside interfaces:',
    on('outside'),
    'Inside interfaces:',
    on('inside'),
    `Hits: ${unknownValue}`,
    unknownValue,
  ].join('\n');
}

/**
 * `show ip nat translations`: fixed ones of whole addresses. Nothing is printed where nothing is translated; undefined where traffic alone
 * decides.
 */
export function natTranslations(state: SwitchState): string | undefined {
  const rules = globalLines(state).filter((line) => line.startsWith('ip nat inside source '));
  if (rules.length === 0) return '';
  const fixed = rules.flatMap((line) => {
    const [, inside, global] = /^ip nat inside source static ([\d.]+) ([\d.]+)$/.exec(line) ?? [];
    return inside === undefined
      ? []
      : [`--- ${global!.padEnd(18)} ${inside.padEnd(18)} ---                ---`];
  });
  if (fixed.length === 0) return undefined;
  return [
    'Pro Inside global      Inside local       Outside local      Outside global',
    ...fixed.flatMap((row) => [unknownValue, row]),
    unknownValue,
  ].join('\n');
}
