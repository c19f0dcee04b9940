/** Parameters that give a computer another name. */
export const computerNames: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  readonly source: string;
}[] = [
  {
    command: /^Rename-Computer$/i,
    parameter: 'NewName',
    source:
      'Rename-Computer, -NewName: letters, digits and hyphens, not digits alone, at most 63; ComputerWMIHelper.IsComputerNameValid of the open-source engine',
  },
];

/** What the command takes for a name. */
export const computerName = /^(?!\d+$)[A-Za-z0-9-]{1,63}$/;

/**
 * Characters of the name by which NetBIOS knows a computer. Source: ComputerResources.TruncateNetBIOSName of the open-source engine, the
 * question that Rename-Computer asks about a longer name.
 */
export const longestNetBiosName = 15;
