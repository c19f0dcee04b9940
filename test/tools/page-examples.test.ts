import { describe, expect, it } from 'vitest';
import {
  callsOfSyntax,
  describedParameters,
  examplesOfPage,
} from '../../tools/measure-guides/page-examples.ts';
import { isKnownWrong } from '../../tools/measure-guides/wrong-examples.ts';

const page = `## SYNTAX

\`\`\`powershell
Get-Thing [-Name <String>]
\`\`\`

## EXAMPLES

### Example 1
\`\`\`powershell
PS C:\\> Get-Thing -Name a |
>> Format-List
Name : a
PS C:\\> Get-Thing
\`\`\`

\`\`\`
Name : b
\`\`\`

\`\`\`
PS C:\\> Set-Thing \`
  -Name c
\`\`\`

\`\`\`powershell
$a = 1
Get-Thing $a
\`\`\`

## PARAMETERS
`;

describe('the examples of a command’s page', () => {
  it('are what stands after prompts, or a whole block without one, and no output', () => {
    expect(examplesOfPage(page)).toEqual([
      { number: 1, text: 'Get-Thing -Name a |\nFormat-List\nGet-Thing' },
      { number: 2, text: 'Set-Thing `\n  -Name c' },
      { number: 3, text: '$a = 1\nGet-Thing $a' },
    ]);
    expect(examplesOfPage('# no examples')).toEqual([]);
  });

  it.each([
    ['System Insights on 2016', 'Get-InsightsCapability', 'powershell/wrong-platform'],
    ['a name that no page has', 'Get-FirewallRule', 'powershell/unknown-command'],
    ['a table that is not splatted', 'Set-CauClusterRole', 'powershell/not-splatted'],
  ])('are wrong themselves: %s', (_, command, fact) => {
    expect(isKnownWrong({ command, fact, written: command, before: '' }, [])).toBe(true);
  });

  it.each([
    ['a name that was torn from its dash', '+', '-', 'Get-Thing '],
    ['a name that never had one', '+', '"a"', 'Get-Thing Name '],
    ['one that was looked at', '-parameter1', '-parameter1', 'Set-AppvClientConfiguration '],
  ])('are wrong themselves: %s', (_, fact, written, before) => {
    const command = before.split(' ')[0]!;
    expect(isKnownWrong({ command, fact, written, before }, ['Name'])).toBe(true);
  });

  it('count otherwise', () => {
    expect(
      isKnownWrong({ command: 'Get-Thing', fact: '+', written: 'a', before: 'Get-Thing b ' }, ['Name']),
    ).toBe(false);
    expect(
      isKnownWrong({ command: 'Get-Thing', fact: '!Name', written: 'Get-Thing', before: '' }, ['Name']),
    ).toBe(false);
  });
});

describe('what a page says beside its examples', () => {
  const described = `## SYNTAX

### One (Default)
\`\`\`
Set-Thing [-Name] <String> [-Level <Int32>]
 [-Force] [<CommonParameters>]
\`\`\`

### Other
\`\`\`
Set-Thing -Id <Guid> [[-Level] <Int32>] -All
\`\`\`

## PARAMETERS

### -Name
### -Level
### -Level
`;

  it('is which parameters there are, and which of them go together', () => {
    expect(describedParameters(described)).toEqual(['Name', 'Level']);
    expect(callsOfSyntax(described)).toEqual([
      'Set-Thing -Name $value -Force',
      'Set-Thing -Name $value -Level $value -Force',
      'Set-Thing -Id $value -All',
      'Set-Thing -Id $value -Level $value -All',
    ]);
    expect(callsOfSyntax('# no syntax')).toEqual([]);
  });
});
