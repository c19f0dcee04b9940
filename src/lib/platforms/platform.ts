import type { DeviceModel } from '../models/model.ts';
import type { DeviceClass } from './device-class.ts';
import type { FleetAccess } from './fleet.ts';
import type { HostScriptMaker } from './host-script.ts';
import type { StageFiles } from './stages.ts';
import type { RunningInstructions, StatusRequest } from './script-template.ts';

/** What a device is: everything that the engine asks of a platform, as a value. */
export interface Platform {
  /** `windows-server-2012-r2` */
  readonly id: string;
  /** As messages and pages call it. */
  readonly title: string;
  /** What reads the commands: `PowerShell 4.0`. */
  readonly shell: string;
  /** The id of the language that it is told what to do in. */
  readonly dialect: string;
  readonly class: DeviceClass;
  /** Another platform whose commands it has: what is said of that one of a command goes for it. */
  readonly commandsOf?: string;
  /** What this platform does differently from others of its model. */
  readonly profile: unknown;
  readonly model: DeviceModel;
  /** How its commands become files: one script that has them all, or what is pasted into it, a file a stage. */
  readonly scripts:
    | { readonly kind: 'one'; readonly make: HostScriptMaker }
    | { readonly kind: 'stages'; readonly files: StageFiles };
  readonly fleet: FleetAccess;
  readonly running: RunningInstructions;
  readonly asking: StatusRequest;
}
