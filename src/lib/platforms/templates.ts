import { catalystTemplate, sg300Template } from './ios-stages/switch-templates.ts';
import type { PlatformId } from './platforms.ts';
import { windowsTemplate } from './powershell/windows-template.ts';
import type { ScriptTemplate } from './template.ts';

/** What commands become for every device that there is. Apart from what it is: who only plans needs none of it. */
export const templates: Readonly<Record<PlatformId, ScriptTemplate>> = {
  'windows-server-2012': windowsTemplate,
  'windows-server-2012-r2': windowsTemplate,
  'windows-server-2016': windowsTemplate,
  'windows-server-2019': windowsTemplate,
  'windows-server-2022': windowsTemplate,
  'azure-stack-hci': windowsTemplate,
  'azure-local': windowsTemplate,
  'windows-server-2025': windowsTemplate,
  'powershell-7': windowsTemplate,
  'catalyst-2960s': catalystTemplate,
  'catalyst-3560': catalystTemplate,
  'catalyst-3750x': catalystTemplate,
  'catalyst-2960x': catalystTemplate,
  'catalyst-9200': catalystTemplate,
  'catalyst-9300': catalystTemplate,
  'generic-ios': catalystTemplate,
  sg300: sg300Template,
  sg350: sg300Template,
};
