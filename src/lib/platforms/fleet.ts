/** What Ansible needs to know of a platform: how it comes in, and by which modules it works. */
export interface FleetAccess {
  /** Variables of each machine: how it is reached. */
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  /** Collections beside those that come with every Ansible. */
  readonly collections: readonly string[];
  /** The module that types commands, where the platform is typed at. */
  readonly typing?: string;
}

/**
 * How it is seen whether a part of a device is as planned. The patterns are regular expressions of Python, for the whole output of the
 * command.
 */
export interface FleetLook {
  /** What it is about: `Port-channel3`, `VLAN 11`. */
  readonly about: string;
  readonly command: string;
  /** Found where it is as planned. */
  readonly planned: string;
  /** Found where somebody else has it. */
  readonly inTheWay: string;
  /** Found as long as anything of the plan is there that was not before. */
  readonly made: string;
  /** Whether `saved` shows the same once it is saved. */
  readonly isConfiguration: boolean;
}

/** A text that stands for itself in a pattern. */
export function patternEscape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|#&~-]/g, (sign) => `\\${sign}`);
}
