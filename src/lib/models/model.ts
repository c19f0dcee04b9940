import type { Command } from '../dialects/dialect.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Resource, ResourceChange, UnemittedChange } from './resource.ts';

/**
 * What a kind of device remembers and does: commands of a dialect take it from state to state. What two platforms of the kind
 * do differently is data in their profiles. States are values and are never changed.
 */
export interface DeviceModel<
  State = unknown,
  C extends Command = Command,
  Profile = unknown,
  Session = unknown,
> {
  /** A device as the factory left it. */
  start(profile: Profile, options: StartOptions<Session>): State;
  /** The same device where a script of its own begins. */
  restart(state: State): State;
  /** What a command does. One that the device refuses leaves the state as it was. */
  step(command: C, state: State): StepResult<State>;
  /** The state as named resources; undefined for a model that does not see it so yet. */
  readonly resources: ResourceModel<State, Profile> | undefined;
}

/** What a kind of device is asked by those who check what commands have made of it; nobody needs it who only plans and writes scripts. */
export interface DeviceQueries<State = unknown, C extends Command = Command> {
  /** What only shows when nothing more is typed; the steps are in their order, `state` is that after the last one. */
  conclude(steps: readonly ModelledStep<State, C>[], state: State, options: ConcludeOptions): Conclusion[];
  /** What a command prints in a state, without a line break at its end; undefined where the model cannot print it. */
  print(command: C, state: State, circumstances: Circumstances): string | undefined;
  /** How many empty lines there are in what it prints depends on what shows it. */
  readonly blankLines?: 'vary';
  /** What the device does at one of its ports, as the lab names it; undefined where nothing is known of it. */
  attach?(state: State, port: string): Attachment | undefined;
  /** The addresses that commands have given it. */
  addresses?(state: State): readonly HeldAddress[];
}

/** What a device does at an end of a cable, in terms that devices of all kinds share. */
export interface Attachment {
  /** Frames that it sends with a VLAN's tag, each by what on the device sends them. */
  readonly sends: readonly { readonly vlan: number; readonly by: string }[];
  /** Whether frames of a VLAN are taken with its tag; undefined where that is not set. */
  readonly takes: ((vlan: number) => boolean) | undefined;
  /** The one VLAN that the port is in, where that is set: frames without a tag belong to it, and others are not taken. */
  readonly only: number | undefined;
  /** How the port is bundled with others of the device; undefined where it is in no bundle. */
  readonly bundle: PortBundle | undefined;
  /** Commands have set what the port carries, or with which others: of one that they leave alone nothing is known. */
  readonly isSet: boolean;
  /** The largest packet that fits into its frames, in bytes; undefined where commands left it alone. */
  readonly mtu: number | undefined;
  /** What of the device sends larger packets through it than Ethernet's 1500 bytes. */
  readonly large: readonly { readonly bytes: number; readonly by: string }[];
  /** What has taken the port for itself, so that the device has no address there: `team T1`. */
  readonly taken: string | undefined;
  /** It is shut down. */
  readonly isShut: boolean;
  /** What of the device has addresses and speaks through it, as `HeldAddress.at` calls it. */
  readonly speaks: readonly string[];
}

/** What an Ethernet frame holds unless somebody sets it otherwise, in bytes. Source: IEEE 802.3. */
export const ethernetMtu = 1500;

/** An address of a device. */
export interface HeldAddress {
  /** `192.168.15.21` */
  readonly address: string;
  /** What has it, as the device calls it. */
  readonly at: string;
  /** In which its frames leave with a tag, or the one that its interface is of; undefined where none is set. */
  readonly vlan: number | undefined;
  /** The largest packet that it sends, in bytes; undefined where commands left it alone. */
  readonly mtu: number | undefined;
  /** What has taken the adapter that it is at, so that the address is heard of no more: `team T1`. */
  readonly lostTo: string | undefined;
}

/** Several cables as one: a team, a port-channel. */
export interface PortBundle {
  /** As the device calls it: `Port-channel3`. */
  readonly name: string;
  /** `none`: both ends bundle without asking; `alone`: the other end has no part in it. */
  readonly protocol: 'LACP' | 'PAgP' | 'none' | 'alone';
}

/** States as named resources with properties: what a plan, an undo and a repair are made from. */
export interface ResourceModel<State, Profile> {
  /** In a steady order. */
  list(state: State): readonly Resource[];
  /**
   * The device with these resources and no others, all in effect; undefined where there is none such. `start` is as the factory left it. A
   * model without it is of devices whose commands run behind a look: what is there already is left as it is.
   */
  restore?(start: State, resources: readonly Resource[]): State | undefined;
  /** The changes that lead from one state to another, in an order in which the device takes them. */
  diff(from: State, to: State): readonly ResourceChange[];
  /** The commands that make changes. */
  emit(changes: readonly ResourceChange[], profile: Profile): Emission;
}

/** The commands that make changes. */
export interface Emission {
  /** In the dialect of the device. */
  readonly lines: readonly string[];
  /** What no line makes: the changes, or the parts of them, that are left out. */
  readonly unemitted: readonly UnemittedChange[];
  /** Changes that are made and take effect when the device starts again. */
  readonly waiting: readonly ResourceChange[];
}

export interface StartOptions<Session> {
  /** What the device is called. */
  readonly name: string;
  /** In which its dialect reads the first line. */
  readonly session: Session;
  /** Its ports, as the lab lists them. */
  readonly ports?: readonly {
    readonly name: string;
    readonly driver?: string | undefined;
    readonly speedMbps: number;
  }[];
  /** The whole text that is given to it, where that stands for itself; commands of a guide come one block after the other. */
  readonly file?: string;
}

/** What came of a command. */
export interface StepResult<State> {
  readonly state: State;
  /** Its effect is known, be it none; for a command that only prints, `print` tells. */
  readonly effect: 'modelled' | 'unmodelled' | 'prints';
  /** Why the device refuses it, and what it will do that its author may not want. */
  readonly findings: readonly ModelFinding[];
  /** Evidence against the command that only the state of the device gives, and that counts against its name as well. */
  readonly unsupported?: true;
  /** What goes on beside it while it is done. */
  readonly disturbs?: Disturbance;
}

/** What is not to be had while a command does its work, and what is not done when it returns. */
export interface Disturbance {
  /** Adapters, or what else goes off the network. */
  readonly offline: readonly string[];
  /** Sentences without a full stop. */
  readonly lasts: readonly string[];
}

/** A finding before it has a place in a file. */
export interface ModelFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Why it matters; the device's own reply, where its wording is known. */
  readonly why?: string;
  readonly hint: string;
  readonly label?: string;
  /** Offsets within the text of the slice that the command was read from. */
  readonly start: number;
  readonly end: number;
}

/** A command with what came of it, and the part that its block has in the guide. */
export interface ModelledStep<State, C extends Command> {
  readonly command: C;
  readonly result: StepResult<State>;
  readonly role: StepRole;
}

/** `apply` lasts; `verify` and `undo` begin scripts of their own; an `example` is left to the reader's hand. */
export type StepRole = 'apply' | 'verify' | 'undo' | 'example';

/** The other end of a cable, where its state is known: it is a device of the lab of the same kind. */
export interface FarEnd<State = unknown> {
  readonly device: string;
  /** As the lab names it. */
  readonly port: string;
  readonly state: State;
}

/** A cable at a port of the device, with what is at its other end when nothing more is typed. */
export interface ConcludedLink {
  /** As the lab names it. */
  readonly port: string;
  readonly far: FarEnd;
  /** Of what both ends could be told, it is told here. */
  readonly isTold: boolean;
}

export interface ConcludeOptions {
  /** The commands leave a machine behind that somebody will work with; what a note shows need not last. */
  readonly lasts: boolean;
  /** The cables whose other ends are known. */
  readonly links?: readonly ConcludedLink[];
}

/** A finding with the step that it goes back to. */
export interface Conclusion {
  /** Index of the step. */
  readonly step: number;
  readonly finding: ModelFinding;
}

/** What is around a device when it is asked to print something, and no command of the guide tells. */
export interface Circumstances {
  /** Its ports that a cable is in, as the lab names them; undefined where nothing is known of cables, and all are taken to be. */
  readonly cabled: readonly string[] | undefined;
  /** The devices at the other ends take part in what the ports speak; of those whose state is known nothing is assumed. */
  readonly partnersAnswer: boolean;
  /** The other ends whose state is known, by the ports of this device, as the lab names them. */
  readonly farEnds?: ReadonlyMap<string, FarEnd>;
  /** It was restarted since, by hand. */
  readonly restarted: boolean;
}

/** Every port is cabled, every partner answers, nothing was restarted. */
export const everythingAnswers: Circumstances = {
  cabled: undefined,
  partnersAnswer: true,
  restarted: false,
};
