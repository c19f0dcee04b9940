import { readComparison } from './comparison/read-comparison.ts';
import type { Comparison } from './comparison/comparison.ts';
import type { Diagnostic, Reading } from './diagnostics/diagnostic.ts';
import type { RuleId } from './rules.ts';
import { rules } from './rules.ts';
import type { Command } from './dialects/dialect.ts';
import { createAssistances, createDialects } from './platforms/dialects.ts';
import type { PlatformId } from './platforms/platforms.ts';
import { platforms } from './platforms/platforms.ts';
import type { CatalogueSource } from './dialects/powershell/catalogue/catalogue.ts';
import { createCatalogue } from './dialects/powershell/catalogue/catalogue.ts';
import type { CommandExplanation } from './dialects/powershell/binding/explain-command.ts';
import { explainCommands } from './dialects/powershell/binding/explain-command.ts';
import { powershellPlatformIds } from './dialects/powershell/platforms.ts';
import type { Guide } from './guide/guide.ts';
import { readGuide } from './guide/read-guide.ts';
import type { Lab, LabDevice } from './lab/lab.ts';
import { readLab } from './lab/read-lab.ts';
import type { PlaceNote, Suggestions, WrittenPost } from './assist/assist.ts';
import { describeAt } from './assist/describe.ts';
import { suggestAt } from './assist/suggest.ts';
import { checkScript } from './check/check-script.ts';
import type { Corpus } from './check/corpus.ts';
import { checkCorpus } from './check/check-corpus.ts';
import { checkLabwork } from './check/check-labwork.ts';
import type { Compatibility } from './check/compatibility.ts';
import { compatibilityOf } from './check/compatibility.ts';
import type { EngineRecords } from './check/engine-records.ts';
import type { Rehearsals } from './check/rehearsal.ts';
import type { CheckedLabwork } from './check/labwork.ts';
import { rememberReadings } from './check/remembered-readings.ts';
import type { Dialects, StartStates } from './check/run-device.ts';
import type { ReleasedCommands, ReleasedMaking } from './check/run-released.ts';
import { runReleased } from './check/run-released.ts';
import { canRestore } from './check/run-device.ts';
import type { Resource } from './models/resource.ts';
import type { Slice } from './source/slice.ts';
import type { SourceFile } from './source/source-file.ts';

/** What the engine does, as plain functions over texts. It holds no state of its own but the facts it was made with. */
export interface Engine {
  /** Parses a post; never throws, whatever the text. Its kind, slug and format come from the path `…/<kind>/<slug>.mdx`. */
  readGuide(file: SourceFile): Guide;
  /** Reads a lab's YAML and proves it as a whole; `value` is undefined where it does not hold. */
  readLab(file: SourceFile): Reading<Lab | undefined>;
  readComparison(file: SourceFile): Reading<Comparison | undefined>;
  /** Checks the parts of one labwork together, or one other post alone. `labs` by id; `from` is what devices have before it, else they are new. */
  checkLabwork(guides: readonly Guide[], labs: ReadonlyMap<string, Lab>, from?: StartStates): CheckedLabwork;
  /** Whether a device of a platform can have these resources and no others. */
  canRestore(platform: PlatformId, resources: readonly Resource[]): boolean;
  /** What the commands that a release has for a device make of it. */
  runReleased(blocks: readonly ReleasedCommands[], device: LabDevice, platform: PlatformId): ReleasedMaking;
  /** The PowerShell of a labwork on every Windows Server; `guides` are its parts in their order. */
  compatibilityOf(guides: readonly Guide[], labs: ReadonlyMap<string, Lab>): Compatibility;
  /** What only the posts together can tell: that everything a post names is there, and that corrections agree. */
  checkCorpus(corpus: Corpus): readonly Diagnostic[];
  /** Checks a bare script or configuration, a factory-fresh device before it. */
  checkScript(
    code: Slice,
    platform: PlatformId,
  ): { readonly diagnostics: readonly Diagnostic[]; readonly commands: readonly Command[] };
  /** How the PowerShell commands of a script bind on a platform that runs it, and why. `code` begins its file. */
  explain(
    code: Slice,
    platform: PlatformId,
  ): { readonly diagnostics: readonly Diagnostic[]; readonly explanations: readonly CommandExplanation[] };
  /** What may stand at an offset of a post that is being written. */
  suggestAt(post: WrittenPost, offset: number): Suggestions | undefined;
  /** What is known of a place in it. */
  describeAt(post: WrittenPost, offset: number): PlaceNote | undefined;
}

export interface EngineOptions {
  readonly catalogue: CatalogueSource;
  /** The optional rules that are to be told as well. */
  readonly optional?: ReadonlySet<RuleId>;
  /** What PowerShell's own engine agreed with; without them no block says that it did. */
  readonly records?: EngineRecords;
  /** Whether blocks that are read again are remembered: for one text that is checked after each letter. */
  readonly remembers?: boolean;
  /** What was rehearsed; without it no bundle says that it was. */
  readonly rehearsals?: Rehearsals;
}

/** Of all rules, for what posts allow. */
const ruleNames: ReadonlySet<string> = new Set(Object.keys(rules));

export function createEngine({
  catalogue,
  optional,
  records = new Map(),
  remembers = false,
  rehearsals = new Map(),
}: EngineOptions): Engine {
  const known = createCatalogue(catalogue);
  const created = createDialects(known, optional);
  const dialects: Dialects = remembers ? rememberReadings(created) : created;
  const assistances = createAssistances(known);
  return {
    readGuide,
    readLab,
    readComparison,
    canRestore: (platform, resources) => canRestore(platform, resources, dialects),
    checkLabwork: (guides, labs, from) =>
      checkLabwork(guides, labs, dialects, { records, rehearsals }, ruleNames, from),
    runReleased: (blocks, device, platform) => runReleased(blocks, device, platform, dialects),
    compatibilityOf: (guides, labs) => compatibilityOf(guides, labs, dialects),
    checkCorpus,
    checkScript: (code, platform) =>
      checkScript(code, platforms[platform], dialects[platforms[platform].dialect]),
    explain: (code, platform) => {
      const { diagnostics, commands } = checkScript(code, platforms[platform], created.powershell);
      const own = powershellPlatformIds.find((id) => id === platform);
      return { diagnostics, explanations: own ? explainCommands(commands, own, known) : [] };
    },
    suggestAt: (post, offset) => suggestAt(post, offset, assistances),
    describeAt: (post, offset) => describeAt(post, offset, assistances),
  };
}

// What needs no facts is handed out as it is. Whoever is outside of `lib` finds here all that it may call.

// Texts and places in them.
export { sliceOf, sliceOfRuns } from './source/slice.ts';
export { createSourceFile, rangeAt } from './source/source-file.ts';

// Diagnostics: rules, views, fixes.
export { applyFixes, isSafe } from './diagnostics/apply-fixes.ts';
export { applySoundFixes } from './diagnostics/sound-fixes.ts';
export { jsonText, printable, showInvisible } from './diagnostics/display-width.ts';
export { toGitHub } from './diagnostics/github.ts';
export { diagnosticJson, reportedCommand, toJson } from './diagnostics/json.ts';
export { ownFrame, plainPainter, toPretty } from './diagnostics/pretty.ts';
export { rulePath } from './diagnostics/rule-table.ts';
export { toSarif } from './diagnostics/sarif.ts';
export { shortSentences } from './diagnostics/shortened.ts';
export { suggest } from './diagnostics/suggest.ts';
export { isRuleId, optionalRules, rules } from './rules.ts';
export { readRulePage } from './rule-page.ts';

// What devices are.
export { dialectIds, languages } from './platforms/dialects.ts';
export { defaultPlatforms, isPlatformId, platformIds, platforms } from './platforms/platforms.ts';
export { deviceClasses } from './platforms/device-class.ts';
export { templates } from './platforms/templates.ts';
export { titleOf, windowsServers, yearOf } from './platforms/windows.ts';

// Content, and what is recorded beside it.
export { checkCorpus } from './check/check-corpus.ts';
export { linkedPosts, linksOf } from './check/check-links.ts';
export { longestScript, mostScriptLines } from './check/check-script.ts';
export { readComparison } from './comparison/read-comparison.ts';
export { readGuide } from './guide/read-guide.ts';
export { readLab } from './lab/read-lab.ts';
export { readAccuracyReport, readEngineRecords, readRecords, readRehearsals } from './check/data-file.ts';
export { readCommandFacts, withCommandFacts } from './dialects/powershell/catalogue/command-facts.ts';
export { linksOfSite, readSite, unreadableSite } from './identity/read-site.ts';
export { placesInLab, setInLab } from './lab/set-in-lab.ts';
export { describeChange } from './plan/describe-change.ts';
export { makePlan, selectFromPlan } from './plan/make-plan.ts';
export { compileLabwork } from './compiled/compile-labwork.ts';
export { runCompiled } from './compiled/run-compiled.ts';
export { changeableValues, withValues } from './lab/with-values.ts';
export { planFromStart } from './plan/plan-from-start.ts';
export { withoutOutputs } from './check/check-output.ts';
export { excludedCommands } from './check/excluded-commands.ts';
export { withOwnPorts } from './plan/with-own-ports.ts';
export { readStateFile, stateFileOf } from './plan/state-file.ts';
export { checkSeries } from './check/check-series.ts';
export { checkContentFiles } from './check/check-content-files.ts';
export { checkUnnamedFigures, picturesNamedBy } from './check/check-unused-pictures.ts';
export { placeInContent } from './check/content-places.ts';
export { nameForAddress } from './import/plan-import.ts';
export { addressOfAlias } from './guide/aliases.ts';
export {
  formatOfPost,
  isIndex,
  isPostFile,
  placeOfPost,
  postEndings,
  withoutEnding,
} from './guide/post-place.ts';
export { addressOfPost } from './guide/links.ts';
export { publicationOf } from './guide/publication.ts';
export { captionEndings, filmEndings, pictureEndings } from './picture/check-picture.ts';
export { captionsProblem } from './picture/check-captions.ts';
export { isMediaFormat, judgeMedia } from './picture/media.ts';
export { judgeHead, isPictureFormat } from './picture/judge-head.ts';
export { limits as pictureLimits } from './picture/limits.ts';
export { kindOfPost, readMembership } from './guide/membership.ts';
export { tagSlug } from './guide/tag-slug.ts';
export { findFrontMatter } from './guide/find-front-matter.ts';
export { kinds } from './guide/front-matter.ts';

// What helps with writing, beside the engine's own.
export { contentSchemas, schemaLine } from './assist/content-schemas.ts';
export { definitionAt } from './assist/definition.ts';
export {
  labIdentifier,
  labNameInLab,
  labNameInPost,
  labNamesInLab,
  labNamesInPost,
  labOfPost,
  placesOf,
} from './assist/lab-names.ts';
export { fieldOfValue } from './lab/value-field.ts';
export { outlineOf } from './assist/outline.ts';
export { suggestInData } from './assist/suggest-in-data.ts';
export { fieldsOfYaml } from './diagnostics/yaml-places.ts';

// What was recorded of the content, and what that is held to.
export { parseYaml } from './diagnostics/read-yaml.ts';
export { changedPassages, inFewWords } from './ledger/changed-passages.ts';
export { checkLedger, differentUses, headOf, shownOtherwise } from './ledger/check-ledger.ts';
export { earlierLines } from './ledger/earlier-lines.ts';
export { markPassage } from './ledger/mark-passage.ts';
export { quotation, quotedChanges, quotedFields } from './ledger/quoted-changes.ts';
export { proposeClass } from './ledger/propose-class.ts';
export { projectData, projectPost } from './ledger/projections.ts';
export {
  canonicalText,
  dataKinds,
  fileNameOf,
  folderOf,
  projectionFormat,
  reasonSchema,
  revisionClasses,
  revisionSchema,
  severities,
  siteSubject,
} from './ledger/revision.ts';
export { diagnose as diagnoseLedger } from './ledger/rules.ts';
export { substanceOfChange, substances } from './ledger/substance.ts';
export { diffProjections, diffReadings, foldUnchanged } from './ledger/diff-lines.ts';
export type { DiffPart, FoldedLines } from './ledger/diff-lines.ts';
export { readProjection } from './ledger/projection-lines.ts';
export type { ProjectionLine } from './ledger/projection-lines.ts';
export type { DiffPiece } from './ledger/diff-words.ts';
// The releases of bundles.
export { checkReleases, isOfGuide, manifestName } from './ledger/releases/check-releases.ts';
export { bumps, decideVersion, largest, nextVersion } from './ledger/releases/decide-version.ts';
export { readStatus } from './ledger/releases/read-status.ts';
export {
  digestOfCanonical,
  lastRelease,
  releasesOf,
  releasesUntilLast,
  releasesUntilNext,
  statusJsonSchema,
  statusOf,
  statusText,
  withEvent,
} from './ledger/releases/status.ts';

// What few need, loaded when it is asked for: a start costs less without it.
/** Makes the bundle of a labwork, reads one, and holds it to a release. */
export const loadBundler = () => import('./bundle/bundler.ts');
/** Reads and sanitises drawings. */
export const loadFigures = () => import('./figure/read-figure.ts');
/** Makes posts of the archives of other programs. */
export const loadImporter = () => import('./import/importer.ts');
/** The geometry of a comparison's chart. */
export const loadCharts = () => import('./drawing/chart.ts');

// A modelled switch: lines typed into it, its prompt, what it shows.
export { cabledPorts } from './check/cabled-ports.ts';
export { simulateScript } from './models/switch/simulate-script.ts';
export { startingState } from './models/switch/factory.ts';
export { completionsOf, continuationOf } from './dialects/ios/reading/complete.ts';
export { isExec, modeTitles, promptOf } from './dialects/ios/reading/modes.ts';
export { iosPlatforms } from './dialects/ios/tables/tables.ts';
export { reloaded as restartedSwitch } from './models/switch/effects/exec.ts';
export { answerLine } from './models/switch/answer-line.ts';
export { openConsole, promptAt } from './models/switch/console.ts';
export { executeLine } from './models/switch/execute-line.ts';
export { switchProfiles } from './models/switch/profiles/profiles.ts';
export { helpText } from './models/switch/help-text.ts';
export { openTerminal, receive, resizeTerminal } from './models/switch/terminal/terminal.ts';
export { readCapture } from './models/switch/capture/read-capture.ts';
export { printShow } from './models/switch/print-show.ts';
export { renderShow } from './models/switch/show/render-show.ts';
export { stateJson } from './models/switch/state-json.ts';
export { allAnswer, wiringFor } from './models/switch/wiring.ts';

// Single parts, for the tools of the project that build the facts, measure and fuzz.
export { createIos } from './dialects/ios/ios.ts';
export { createCatalogue } from './dialects/powershell/catalogue/catalogue.ts';
export { createPowerShell } from './dialects/powershell/powershell.ts';
export { wordsOf } from './dialects/ios/grammar/words.ts';
export { isConfigurationFile } from './dialects/ios/reading/configuration-file.ts';
export { matchInMode } from './dialects/ios/reading/match-in-mode.ts';
export { contestedFacts } from './dialects/powershell/catalogue/overrides/contested-facts.ts';
export { factsOf } from './dialects/powershell/binding/contested.ts';
export { compactModule, indexLine } from './dialects/powershell/catalogue/compact-facts.ts';
export { mergeVersion } from './dialects/powershell/catalogue/merge-version.ts';
export { parseMarkdownWithRemark, parseWithRemark } from './guide/parse-with-remark.ts';
export { parseWithSatteri } from './guide/parse-with-satteri.ts';
export { parse as parsePowerShell } from './dialects/powershell/syntax/parse.ts';

// What the site makes its content with.
export { formatFigure, formatShare } from './accuracy/report.ts';
export { manifestJsonSchema } from './bundle/manifest.ts';
export { diagnose } from './check/rules.ts';
export { comparisonCsv } from './comparison/csv.ts';
export { bestRows, formatCell } from './comparison/format.ts';
export { comparisonJson } from './comparison/json.ts';
export { readYaml } from './diagnostics/read-yaml.ts';
export { layOutPorts } from './drawing/port-map.ts';
export { describeTopology, layOutTopology } from './drawing/topology.ts';
export { listed } from './diagnostics/listed.ts';
export { lineMarks, linesOf } from './guide/line-ranges.ts';
export { inlineCode } from './guide/inline-code.ts';
export { parseMarkdown } from './guide/parse-markdown.ts';
export { labValues } from './lab/values.ts';
