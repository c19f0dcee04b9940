/**
 * Enumerations of which every number is known, that none of them combines: the names from the lowest number on, without a gap.
 * Source: [Enum]::GetValues of System.Management.Automation 7.6.9 and .NET 10, of the types whose names the facts have.
 */
export const enumNumbers: ReadonlyMap<string, { readonly low: number; readonly names: readonly string[] }> = new Map(
  (
    [
      ['DayOfWeek', 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'],
      ['ProcessWindowStyle', 'Normal Hidden Minimized Maximized'],
      ['AuthenticationMechanism', 'Default Basic Negotiate NegotiateWithImplicitCredential Credssp Digest Kerberos'],
      ['ExecutionPolicyScope', 'Process CurrentUser LocalMachine UserPolicy MachinePolicy'],
      ['ServiceStartMode', 'Boot System Automatic Manual Disabled'],
      ['TestPathType', 'Any Container Leaf'],
      ['WebRequestMethod', 'Default Get Head Post Put Delete Trace Options Merge Patch'],
      ['MailPriority', 'Normal Low High'],
      ['DisplayHintType', 'Date Time DateTime'],
      ['ExportAliasFormat', 'Csv Script'],
      ['OutputModeOption', 'None Single Multiple'],
      ['ApartmentState', 'STA MTA Unknown'],
      ['PSLanguageMode', 'FullLanguage RestrictedLanguage NoLanguage ConstrainedLanguage'],
      ['PSThreadOptions', 'Default UseNewThread ReuseThread UseCurrentThread'],
      ['BreakpointType', 'Line Variable Command'],
      ['VariableAccessMode', 'Read Write ReadWrite'],
      [
        'ConsoleColor',
        'Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White',
      ],
      [
        'StoreName',
        'AddressBook AuthRoot CertificateAuthority Disallowed My Root TrustedPeople TrustedPublisher',
        1,
      ],
    ] as const
  ).map(([type, names, low = 0]) => [type, { low, names: names.split(' ') }]),
);
