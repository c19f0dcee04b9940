/** Modules that have commands of the same names as one of the catalogue: once they are there, whose command runs is not known. */
export const clashingModules: readonly {
  /** Names of the module, its parts and its snap-ins. */
  readonly module: RegExp;
  /** Commands that only it has: who calls one has it. */
  readonly command: RegExp;
  /** The module of the catalogue whose names it shares. */
  readonly shadows: string;
  readonly source: string;
}[] = [
  {
    module: /^VirtualMachineManager(?:Core)?$|^Microsoft\.SystemCenter\.VirtualMachineManager$/i,
    command: /^[A-Z]+-SC[A-Z]\w+$/i,
    shadows: 'Hyper-V',
    source:
      'virtualmachinemanager module, Microsoft Learn: cmdlets with the prefix SC, and aliases without it (Get-VM, Get-VMHost, Set-VMHost)',
  },
  {
    module: /^VMware\.(?:PowerCLI|VimAutomation\.\w+)$/i,
    command: /^(?:Connect|Disconnect)-VIServer$/i,
    shadows: 'Hyper-V',
    source: 'VMware PowerCLI Cmdlets Reference: Get-VM, New-VM, Get-VMHost, Move-VM … of VMware.VimAutomation.Core',
  },
];
