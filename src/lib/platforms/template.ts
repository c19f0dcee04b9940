import type { FleetAccess } from './fleet.ts';
import type { HostScriptMaker } from './host-script.ts';
import type { RunningInstructions, StatusRequest } from './script-template.ts';
import type { StageFiles } from './stages.ts';

/** What commands become for a device: everything that a bundle asks of a platform, as a value. */
export interface ScriptTemplate {
  /** How its commands become files: one script that has them all, or what is pasted into it, a file a stage. */
  readonly scripts:
    | { readonly kind: 'one'; readonly make: HostScriptMaker }
    | { readonly kind: 'stages'; readonly files: StageFiles };
  readonly fleet: FleetAccess;
  readonly running: RunningInstructions;
  readonly asking: StatusRequest;
}
