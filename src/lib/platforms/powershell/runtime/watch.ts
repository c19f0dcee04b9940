/** A bound for what hangs: another thread ends the process, so that the lock is let go of and the next run looks at what came of it. */
export const watch = String.raw`
# One look may take as long as -TimeoutSeconds, and half a minute at least; a command that takes its time, or of which nobody knows, six times that.
function Enter-LabworkWatch {
  param([string] $What, [int] $Times = 1)
  $script:LabworkWatch['What'] = $What
  $script:LabworkWatch['Until'] = if ($What) { [DateTime]::UtcNow.AddSeconds($Times * [Math]::Max(30, $script:LabworkTimeout)) } else { [DateTime]::MaxValue }
}

function Open-LabworkWatch {
  $script:LabworkWatch = [hashtable]::Synchronized(@{ What = ''; Until = [DateTime]::MaxValue; Ended = $false; Journal = ''; OutFile = ''; Labwork = $script:LabworkNumber; Version = $script:LabworkVersion; Device = $script:LabworkDevice; Mode = $script:LabworkMode })
  if ($script:LabworkOutFile) { $script:LabworkWatch['OutFile'] = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($script:LabworkOutFile) }
  $thread = [PowerShell]::Create()
  $null = $thread.AddScript({
      param($Watch)
      while (-not $Watch['Ended']) {
        [Threading.Thread]::Sleep(500)
        if ([DateTime]::UtcNow -lt $Watch['Until']) { continue }
        $message = '{0} has not come back in time, and this run was ended. Nobody knows what came of it: look, then run the same again.' -f $Watch['What']
        $time = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture)
        try {
          if ($Watch['Journal']) { [IO.File]::AppendAllText($Watch['Journal'], (ConvertTo-Json -InputObject ([ordered]@{ time = $time; event = 'hung'; version = $Watch['Version']; key = ''; what = $Watch['What']; rows = @() }) -Compress) + [char]10) }
          if ($Watch['OutFile']) { [IO.File]::WriteAllText($Watch['OutFile'], (ConvertTo-Json -InputObject ([ordered]@{ labwork = $Watch['Labwork']; version = $Watch['Version']; device = $Watch['Device']; time = $time; mode = $Watch['Mode']; exitCode = 1; message = $message; resources = @() }))) }
        }
        catch { $message += ' It could not be written down: ' + $_.Exception.Message }
        [Console]::Out.WriteLine('Error: ' + $message)
        [Environment]::Exit(1)
      }
    }).AddArgument($script:LabworkWatch)
  $null = $thread.BeginInvoke()
}
`;
