import type { ParameterHere } from '../catalogue/parameter-here.ts';
import { addresses } from '../catalogue/overrides/addresses.ts';
import { checkComputerName } from './check-computer-name.ts';
import { isAddress, isDecimalNumber, isGuid, isTimeSpan, isVersion } from './value-forms.ts';
import type { ValueProblem } from './value-problem.ts';
import { concerns, decimals } from './value-types.ts';

/** Text for a type that is no name of a list; `text` undefined where only running tells the words. */
export function checkText(
  command: string,
  parameter: ParameterHere,
  type: string,
  text: string | undefined,
  bad: (what: string, hint: string) => ValueProblem,
): ValueProblem | undefined {
  if (type === 'Boolean') {
    const meant = /^(?:true|yes|on|1)$/i.test(text ?? '')
      ? '$true'
      : /^(?:false|no|off|0)$/i.test(text ?? '')
        ? '$false'
        : '$true or $false';
    return bad('$true or $false', `Write ${meant}.`);
  }
  if (type === 'SwitchParameter') {
    return bad(
      'no value, or $true or $false after a colon',
      /^(?:false|no|off|0)$/i.test(text ?? '')
        ? `Leave -${parameter.name} out, or write -${parameter.name}:$false.`
        : `Write -${parameter.name} alone.`,
    );
  }
  if (/^CimInstance(?:#|$)/.test(type) || type === 'VirtualMachine') {
    return bad(
      `an object (${type}), no text`,
      'Give the object that a Get- command returns, in parentheses or through the pipeline.',
    );
  }
  if (type === 'SecureString')
    return bad(
      'a SecureString, no text',
      'Ask for it: `Read-Host -AsSecureString`; or turn text into one by `ConvertTo-SecureString`.',
    );
  if (type === 'Hashtable' || type === 'IDictionary') return bad('a hashtable', "Write @{ Key = 'value' }.");
  if (text === undefined) return undefined;
  const isAddressHere = type === 'IPAddress' || addresses.some((one) => concerns(one, command, parameter));
  if (isAddressHere && text !== '' && !isAddress(text)) {
    return bad(
      'an IP address',
      text.includes('/')
        ? 'Write the address alone; the prefix length is a parameter of its own.'
        : 'Write for example 192.168.15.21.',
    );
  }
  const name = checkComputerName(command, parameter, text, bad);
  if (name) return name;
  if (decimals.has(type) && !isDecimalNumber(text)) return bad('a number', 'Write a number, without a unit.');
  if (type === 'TimeSpan' && !isTimeSpan(text))
    return bad('a time span', 'Write for example 00:30:00 (half an hour), or (New-TimeSpan -Minutes 30).');
  if (type === 'Guid' && !isGuid(text)) return bad('a GUID', 'Write all of its 32 hexadecimal digits.');
  if (type === 'Version' && !isVersion(text)) return bad('a version', 'Write for example 5.1.');
  // Of dates only what has no number in it is none for certain: the rest is up to the language of the machine.
  if (type === 'DateTime' && text.trim() !== '' && !/\d/.test(text))
    return bad('a date', "Write for example '2026-05-31', or (Get-Date).AddDays(1).");
  if (type === 'Char' && !parameter.type.endsWith('[]') && text.length !== 1)
    return bad('one character', 'Write a single character.');
  return undefined;
}
