/**
 * A virtual switch on an LBFO team. Source: “Features removed or no longer developed in Windows Server”, Windows Server 2022,
 * *Hyper-V Virtual Switch on LBFO*: no longer possible, to be replaced by Switch Embedded Teaming; LBFO itself stays supported.
 * `-AllowNetLbfoTeams` lifts the refusal: a parameter of New-VMSwitch on running servers from 2022 on, and the property of
 * that name in root\virtualization\v2:Msvm_VirtualEthernetSwitchSettingData. That Switch Embedded Teaming knows no LACP: “Host
 * network requirements”, *Switch Embedded Teaming*: switch-independent only.
 */
export const lbfoSwitch = {
  since: 'windows-server-2022',
  /** How Windows describes the adapter of a team; a number follows where it is not the first. */
  description: /^Microsoft Network Adapter Multiplexor Driver(?: #\d+)?$/i,
} as const;
