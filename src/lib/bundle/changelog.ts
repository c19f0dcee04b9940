import { address, document, heading, list, prose } from '../writing/markdown.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { BundleRelease } from './release.ts';

/** The bundle's `CHANGELOG.md`: its releases, the newest first. ASCII, with the line ends of Windows. */
export function makeChangelog(
  { number, title, release, statusUrl }: LabworkMetadata,
  releases: readonly BundleRelease[],
): string {
  const { markdown } = document([
    heading(1, prose`Changes of Labworks ${number}: ${title}`),
    release
      ? prose`A first number that is higher: commands or values of a step changed, and who ran the older release has something to do. A second
one: steps or devices came. A third one: words. What was found since is at ${address(statusUrl)}.`
      : prose`This build is no release.`,
    ...releases
      .toReversed()
      .flatMap(({ version, date, changes }) => [
        heading(2, prose`${version} (${date})`),
        list(changes.map((change) => ({ text: prose`${change}` }))),
      ]),
  ]);
  return `${markdown}\n`.replaceAll('\n', '\r\n');
}
