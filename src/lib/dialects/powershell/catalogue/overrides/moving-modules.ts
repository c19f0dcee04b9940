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
