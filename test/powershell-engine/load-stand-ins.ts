import { loadCatalogue } from '../../src/workspace/facts.ts';
import type { PlatformId } from '../../src/lib/platforms/platform.ts';
import { windowsServers } from '../../src/lib/platforms/platform.ts';
import type { PowerShellEngine } from './engine.ts';
import { standIns } from './stand-ins.ts';

/**
 * Loads a platform's stand-ins into the engine when it is first asked for. Of a platform that is no Windows Server nothing is
 * known to stand in for: there the engine has its own commands alone.
 */
export function standInLoader(engine: PowerShellEngine): (platform: PlatformId) => Promise<void> {
  const catalogue = loadCatalogue();
  const loaded = new Map<PlatformId, Promise<void>>();
  const load = async (platform: PlatformId) => {
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
