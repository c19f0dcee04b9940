import { quoteValue } from '../../../dialects/ios/reading/quote.ts';
import type { PropertySetting } from './setting.ts';
import { flag } from './setting.ts';

/** What is set at a VLAN, be it in its own block or at its interface. */
export const vlanSettings: readonly PropertySetting[] = [
  { property: 'name', lines: (after) => (typeof after === 'string' ? nameLines(after) : ['no name']) },
  flag('suspended', 'state suspend', 'no state'),
  flag('shutdown', 'shutdown'),
  flag('remoteSpan', 'remote-span'),
];

/** A name that was typed in quotation marks has them. */
function nameLines(name: string): string[] | undefined {
  const quoted = /^"(.*)"$/.exec(name)?.[1];
  const before = quoted === undefined ? 'name ' : 'name "';
  const text = quoteValue(quoted ?? name, before, before.length);
  return text === undefined ? undefined : [`${before}${text}${quoted === undefined ? '' : '"'}`];
}
