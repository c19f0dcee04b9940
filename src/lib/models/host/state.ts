/** What the model remembers of a Windows host. */
export interface HostState {
  readonly profile: HostProfile;
  /** LBFO teams that were made, by lower-case name of their adapter. */
  readonly teams: ReadonlyMap<string, Team>;
}

/** What one version of Windows does differently. */
export interface HostProfile {
  /** As messages call it: `Windows Server 2022`. */
  readonly title: string;
  /** Whether a virtual switch is made on an LBFO team where nobody insists; see `refuseSwitchOnTeam`. */
  readonly switchOnTeam: 'made' | 'refused';
}

/** An LBFO team as far as the command that makes it tells. */
export interface Team {
  /** Of its network adapter, which is the team's own unless another is given. */
  readonly name: string;
  readonly members: readonly string[] | undefined;
  /** The switch it is plugged into has a part in it: LACP or a static channel. */
  readonly needsSwitch: boolean;
}
