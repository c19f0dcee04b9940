/**
 * Modules that are brought up to date from the PowerShell Gallery, apart from Windows, or take parameters from providers: their
 * parameters on a server are not settled by its version. Source: their pages in the gallery.
 */
export const movingModules: ReadonlySet<string> = new Set([
  'PackageManagement',
  'PowerShellGet',
  'PSReadLine',
  'Microsoft.PowerShell.Archive',
]);

/** Parameters, `Module parameter`, whose listed values are those of a fresh system: each provider that is installed adds its name. */
export const growingLists: ReadonlySet<string> = new Set(['PackageManagement ProviderName']);

/**
 * Modules that Windows Management Framework 5.1 puts, or brings up to date, on the versions of Windows Server before 2016. Source: the release notes
 * of WMF 5.1, and its requirements: Windows Server 2012 and 2012 R2.
 */
export const frameworkModules: ReadonlySet<string> = new Set([
  'Microsoft.PowerShell.Archive',
  'Microsoft.PowerShell.Core',
  'Microsoft.PowerShell.Diagnostics',
  'Microsoft.PowerShell.Host',
  'Microsoft.PowerShell.LocalAccounts',
  'Microsoft.PowerShell.Management',
  'Microsoft.PowerShell.ODataUtils',
  'Microsoft.PowerShell.Security',
  'Microsoft.PowerShell.Utility',
  'NetworkSwitchManager',
  'PSDesiredStateConfiguration',
  'PackageManagement',
  'PowerShellGet',
]);
