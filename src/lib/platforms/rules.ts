import { rules as ios } from '../dialects/ios/rules.ts';
import { rules as powershell } from '../dialects/powershell/rules.ts';
import { rules as text } from '../dialects/text-checks/rules.ts';
import { rules as host } from '../models/host/rules.ts';
import { rules as networkSwitch } from '../models/switch/rules.ts';

/** The rules of all dialects and models. */
export const rules = { ...text, ...powershell, ...ios, ...networkSwitch, ...host } as const;
