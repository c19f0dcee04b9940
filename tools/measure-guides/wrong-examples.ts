/**
 * Examples of the documentation that are wrong themselves, by command and the fact that they would contest, as `factsOf` names it. Each
 * was looked at; what is wrong with it stands beside it.
 */
const wrong: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'Add-InsightsCapability',
      'Disable-InsightsCapability',
      'Disable-InsightsCapabilitySchedule',
      'Enable-InsightsCapability',
      'Enable-InsightsCapabilitySchedule',
      'Get-InsightsCapability',
      'Get-InsightsCapabilityAction',
      'Get-InsightsCapabilityResult',
      'Get-InsightsCapabilitySchedule',
      'Invoke-InsightsCapability',
      'Remove-InsightsCapability',
      'Remove-InsightsCapabilityAction',
      'Set-InsightsCapabilityAction',
      'Set-InsightsCapabilitySchedule',
      'Update-InsightsCapability',
    ].map((name) => [
      `${name} powershell/wrong-platform`,
      'a page for Windows Server 2016 of System Insights, “a new feature available in Windows Server 2019”',
    ]),
  ),
  ...Object.fromEntries(
    [
      'Add-ClusterGroupToAffinityRule',
      'Get-ClusterAffinityRule',
      'New-ClusterAffinityRule',
      'Remove-ClusterAffinityRule',
      'Remove-ClusterGroupFromAffinityRule',
    ].map((name) => [
      `${name} -Cluster`,
      'the command has no -Cluster: MicrosoftDocs/azure-stack-docs#1902, on 21H2 and Windows Server 2022',
    ]),
  ),
  'Add-AdfsNonClaimsAwareRelyingPartyTrust +': 'quotes within quotes end the text',
  'Add-ADGroupMember !Identity': 'shows that the command asks',
  'Add-ADGroupMember !Members': 'shows that the command asks',
  'Add-ADPrincipalGroupMembership !Identity': 'shows that the command asks',
  'Add-ADPrincipalGroupMembership !MemberOf': 'shows that the command asks',
  'Add-ADResourcePropertyListMember !Identity': 'shows that the command asks',
  'Add-ADResourcePropertyListMember !Members': 'shows that the command asks',
  'Add-BgpRouter =BgpIdentifier': 'no blank between an address and the next parameter',
  'Add-DhcpServerv4MulticastScope =Ttl': 'no blank between a number and the next parameter',
  'Add-VMHostAssignableDevice powershell/not-splatted': 'a table of parameters without the @ that splats it',
  'Add-WBBackupTarget -Editable': 'a parameter of the command before it',
  'Copy-NetFirewallRule =Enabled': '$False for an enumeration with the names True and False',
  'Format-List +': 'output within the line',
  'Format-List -v20': 'output within the line',
  'Format-List powershell/missing-value': '-Property without a value',
  'Get-ADComputer -Name': '-Identity is meant',
  'Get-AdfsNonClaimsAwareRelyingPartTrust powershell/unknown-command': 'misspelt',
  'Get-ADGroupMember !Identity': 'shows that the command asks',
  'Get-ADResourcePropertyList -Name': '-Identity is meant',
  'Get-AppvPackage powershell/unknown-command': 'the name of another module’s command',
  'Get-CauDeviceInfoForFeatureUpdates powershell/not-splatted':
    'a table of parameters without the @ that splats it',
  'Get-Certificate *': 'a word without quotes as the value of a key',
  'Get-FirewallRule powershell/unknown-command':
    'Get-NetFirewallRule is meant, as on the other pages of the module',
  'Get-IpamBlock =EndIPAddress': 'the next prompt hangs on the address',
  'Get-MpPerformanceReport +': 'prose within the line',
  'Get-NetAdapter *InterfaceDescription': 'two ways to name an adapter',
  'Get-NfsMappedIdentity =GroupIdentifier': 'a name where the page says a number',
  'Get-TraceFileData powershell/unknown-command': 'on the page of Get-HgsTraceFileData, which is meant',
  'New-ADClaimTransformPolicy -Identity': '-Name is meant',
  'New-ADDCCloneConfigFile &Static': 'one switch twice',
  'New-DfsnRoot powershell/missing-value': 'a Boolean without its value',
  'New-NetEventSession -SessionName': '-Name is meant',
  'New-NetFirewallRule -VMCreatorId': 'a parameter of the rules of Hyper-V',
  'New-NetIPsecRule +': 'a blank within a value, without quotes',
  'New-NetIPsecRule =InboundSecurity': 'two values in one text',
  'New-Object +': 'a constructor’s call as the name of a COM class',
  'New-Object =Property': 'a list as a table',
  'New-StorageFileServer -ContinuouslyAvailabe': 'misspelt',
  'New-Volume =StoragePool': 'a value for a switch',
  'New-Volume powershell/bad-type': 'a value for a switch',
  'params powershell/unknown-command': 'a variable without its $',
  'Publish-AppvClientPackage powershell/ambiguous-parameter': 'a beginning of two names',
  'Remove-IpamIpAuditEvent powershell/unknown-command':
    'on the page of Remove-IpamIpAddressAuditEvent, which is meant',
  'Remove-VMAssignableDevice powershell/not-splatted': 'a table of parameters without the @ that splats it',
  'Remove-VMHostAssignableDevice powershell/not-splatted':
    'a table of parameters without the @ that splats it',
  'Reset-ClusterVMMoniteredState powershell/unknown-command': 'misspelt',
  'Resume-PrintJob powershell/bad-type': 'a blank behind the dash of a parameter',
  'Set-AdfsNonClaimsAwareRelyingPartyTrust +': 'a value for a switch',
  'Set-AdfsWebContent powershell/unknown-command': 'on the page of Set-AdfsGlobalWebContent, which is meant',
  'Set-AppvClientConfiguration -parameter1': 'a placeholder',
  'Set-BgpRouteFlapDampening -HalfLifeTimeOK': 'misspelt',
  'Set-CauClusterRole powershell/not-splatted': 'a table of parameters without the @ that splats it',
  'Set-DAClientExperienceConfiguration =UserInterface': 'text where the page says $true or $false',
  'Set-DAEntryTableItem powershell/unknown-command':
    'on the page of Set-DAEntryPointTableItem, which is meant',
  'Set-DedupSchedule powershell/missing-value': 'a Boolean without its value',
  'Set-DfsrConnectionSchedule =UseUTC': 'a blank behind the dash of a parameter',
  'Set-DfsrConnectionSchedule powershell/bad-type': 'a blank behind the dash of a parameter',
  'Set-DfsrConnectionSchedule powershell/missing-value': 'a blank behind the dash of a parameter',
  'Set-GPLink powershell/bad-type': '$true for a name of Yes and No',
  'Set-MSDSMGlobalLoadBalancePolicy powershell/unknown-command':
    'on the page of Set-MSDSMGlobalDefaultLoadBalancePolicy, which is meant',
  'Set-NetFirewallAddressFilter -Package': 'a parameter of the filter of applications',
  'Set-NetFirewallSecurityFilter =Authentication': 'a value of another command',
  'Set-NfsShare =Authentication': 'two values in one text',
  'Start-FsrmStorageReport powershell/two-commands-on-one-line': 'the next prompt within the line',
  'Stop-FsrmStorageReport powershell/two-commands-on-one-line': 'the next prompt within the line',
  'Stop-StorageDiagnosticLog +': 'a quote that is not closed',
  'Stop-StorageDiagnosticLog -DestinationPath': 'a quote that is not closed',
};

/** Where the check refuses an example. */
export interface RefusedExample {
  readonly command: string;
  readonly fact: string;
  /** What it refuses there, and all that stands before. */
  readonly written: string;
  readonly before: string;
}

/** Whether an example is known to be wrong where it contradicts a fact of a command with these parameters. */
export function isKnownWrong(
  { command, fact, written, before }: RefusedExample,
  parameters: readonly string[],
): boolean {
  if (`${command} ${fact}` in wrong) return true;
  if (fact !== '+') return false;
  // `- Name x`, `Name x`: a name that was torn from its dash, or never had one.
  const torn = /(?:^|\s)(-?[A-Za-z]\w*)\s+$/.exec(before)?.[1] ?? '';
  const isName = (word: string) => parameters.some((name) => name.toLowerCase() === word.toLowerCase());
  return written === '' || written === '-' || isName(written) || isName(torn);
}
