import { quoted } from './parameters.ts';

/**
 * The file of assertions for Pester: what the host script finds, a test each. Source: Pester, `It -TestCases` and `Should -Be -Because`
 * (from 4.2 on; Windows brings none that is newer than 3.4).
 */
export function pesterLines(title: string, device: string): readonly string[] {
  return [
    `# The resources of this host as tests for Pester 4.2 and later, which does not come with Windows:`,
    `#   Invoke-Pester -Path .\\Labwork.Tests.ps1`,
    `# With values of your own, in Pester 5:`,
    `#   Invoke-Pester -Container (New-PesterContainer -Path .\\Labwork.Tests.ps1 -Data @{ With = @{ HostName = 'MINE' } })`,
    `# It changes nothing: the host script is run with -Plan.`,
    'param([hashtable] $With = @{})',
    '',
    "$script = Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-Labwork.ps1'",
    '$file = [IO.Path]::GetTempFileName()',
    'try {',
    '  & $script -Plan -OutFile $file @With',
    '  $result = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($file))',
    '}',
    'finally { [IO.File]::Delete($file) }',
    '',
    `Describe ${quoted(`${title} on ${device}`.replace(/[<>]/g, '_'))} {`,
    '  It \'can be looked at\' -TestCases @(@{ Message = "$($result.message)" }) {',
    '    param($Message)',
    "    $Message | Should -Be ''",
    '  }',
    '  foreach ($resource in $result.resources) {',
    // Pester fills in what stands in angle brackets in a name.
    "    It (('step {0}: {1} {2} is as planned' -f $resource.step, $(if ($resource.title) { $resource.title } else { $resource.kind }), $resource.name) -replace '[<>]', '_') -TestCases @(@{ State = $resource.state; Why = $resource.why }) {",
    '      param($State, $Why)',
    "      $State | Should -Be 'planned' -Because $Why",
    '    }',
    '  }',
    '}',
  ];
}
