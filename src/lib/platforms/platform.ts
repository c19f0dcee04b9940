import type { DeviceModel } from '../models/model.ts';
import type { DeviceClass } from './device-class.ts';

/** What a device is, as a value; `ScriptTemplate` is what its commands become. */
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
}
