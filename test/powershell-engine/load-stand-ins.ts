import { loadCatalogue } from '../../src/workspace/facts.ts';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import { windowsServers } from '../../src/lib/platforms/windows.ts';
import type { PowerShellEngine } from './engine.ts';
import { standIns } from './stand-ins.ts';

/**
 * Loads a platform's stand-ins into the engine when it is first asked for. Of a platform that is no Windows Server nothing is
 * known to stand in for: there the engine has its own commands alone.
 */
export function standInLoader(engine: PowerShellEngine): (platform: PowerShellPlatform) => Promise<void> {
  const catalogue = loadCatalogue();
  const loaded = new Map<PowerShellPlatform, Promise<void>>();
  const load = async (platform: PowerShellPlatform) => {
    const { script, aliases } = windowsServers.includes(platform)
      ? standIns(catalogue, platform)
      : { script: '', aliases: {} };
    await engine.load(platform, script, aliases);
  };
  return (platform) => {
    const known = loaded.get(platform) ?? load(platform);
    loaded.set(platform, known);
    return known;
  };
}
