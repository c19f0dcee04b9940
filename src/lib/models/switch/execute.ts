import type { IosSession } from '../../dialects/ios/reading/session.ts';
import type { ParsedLine } from '../../dialects/ios/reading/read-line.ts';
import type { OpenText } from '../../dialects/ios/reading/open-text.ts';
import { isExec, isSubMode } from '../../dialects/ios/reading/modes.ts';
import type { Effect, SwitchProblem, ConfigTarget } from './change.ts';
import { configOf, patched, withInterfaces, withRunning } from './change.ts';
import type { SwitchCommand } from './command.ts';
import { commandOf } from './command.ts';
import type { Console } from './console.ts';
import { changed } from '../layered-map.ts';
import { joinChannel, reachOf, restrictProtocol } from './effects/channel.ts';
import { execEffects } from './effects/exec.ts';
import { portEffects } from './effects/port.ts';
import { switchportEffects } from './effects/switchport.ts';
import { globalEffects } from './effects/system.ts';
import { storeText } from './effects/text.ts';
import { createVlans, nameVlans, vlanEffect } from './effects/vlan.ts';
import { blockAround, blocksOf, keepInBlocks, opensBlock, opensLines, withoutBlocks } from './line-blocks.ts';
import { splitRanges } from './terminal-lines.ts';
import { unseenPorts, withPorts } from './named-ports.ts';
import { noticesOf } from './notices.ts';
import { refusalOf } from './refusals/refusals.ts';
import { storeVerbatim } from './store-verbatim.ts';
import { isLockout, risksOf } from './risks.ts';
import type { SwitchState } from './state.ts';
import { isCreated, vlanExists } from './state.ts';
import { vlansOf } from './vlan-list.ts';
import { isSpent, notUnderstood, tooMuch, workOf } from './work.ts';

/** What a line did. */
export interface ExecutionResult {
  readonly step: ParsedLine;
  readonly console: Console;
  /** The command, where the line held one that is known. */
  readonly command?: SwitchCommand;
  /** Why the switch refuses a command that its tables know. */
  readonly refused?: SwitchProblem;
  /** Its effect on the state is known, be it none; a `show` counts as long as nobody asks what it prints. */
  readonly modelled: boolean;
  /** It changed the state. */
  readonly changed: boolean;
  /** What the switch prints. */
  readonly replies: readonly string[];
  /** What the command will do that its author may not want. */
  readonly risks: readonly SwitchProblem[];
}

/** A line that was read in the session of the console is typed. Where it is refused, nothing has changed. */
export function execute(step: ParsedLine, before: Console): ExecutionResult {
  if (step.kind === 'nothing' && step.ended) return withText(step, before, step.ended);
  if (step.kind === 'unknown' && step.atNoInterface)
    return {
      step,
      console: { ...before, session: step.session, target: none },
      ...silent,
      risks: [notUnderstood],
    };
  if (step.kind === 'nothing' || step.kind === 'unknown')
    return { step, console: withSession(before, step.session), ...silent };
  // Whatever interface was meant, what follows is not for the one before.
  if (step.kind === 'refused')
    return { step, console: step.atNoInterface ? { ...before, target: none } : before, ...silent };
  const command = commandOf(step.parsed, before.state.profile.id);
  const target = targetOf(step, before);
  const unseen = unseenPorts(before.state, command);
  // Where nothing is followed any more, nothing is counted either.
  const work = isSpent(before) ? 0 : workOf({ ...before, target }, command);
  const problem = tooMuch(before, command, work, unseen.length);
  const spent = before.spent + work;
  if (problem !== undefined || isSpent(before))
    return {
      step,
      command,
      console: { ...before, session: step.session, target: { kind: 'none' }, spent },
      ...silent,
      risks: problem ? [problem] : [],
    };
  const seen = withPorts(before.state, unseen);
  const against = refusalOf(command, seen, target);
  const effect = against ? { refused: against } : effectOf(command, seen, target);
  if ('refused' in effect)
    return {
      step,
      command,
      // What it took to find out counts all the same.
      console: { ...before, spent },
      ...silent,
      refused: effect.refused,
      replies: effect.refused.reply?.split('\n') ?? [],
    };
  const { state, replies: ofEffect = [] } = opened(command, effect, target);
  const replies = [...noticesOf(command, seen, target), ...ofEffect];
  const names = target.kind === 'interfaces' ? reachOf(seen, target.names, command) : [];
  const restarted = command.facts.id === 'reload';
  const session: IosSession = restarted
    ? { ...step.session, mode: 'priv-exec', hostname: state.running.hostname ?? 'Switch' }
    : step.session;
  return {
    step,
    command,
    console: {
      session,
      state,
      target: command.through && !restarted ? before.target : targetAfter(command, session, target, state),
      spent,
    },
    ...(effect.failed && { refused: effect.failed }),
    modelled: effect.unmodelled !== true,
    changed: state !== before.state,
    replies,
    risks: risksOf(before.state, state, command, names).filter(
      // A configuration file cuts nobody off: it is read before anybody is connected.
      (risk) => !session.configuration || !isLockout(risk),
    ),
  };
}

/** Nothing that a command could be for. */
const none: ConfigTarget = { kind: 'none' };

/** The block that a command is for: the one that is open, or one around it. */
function targetOf(
  { parsed, session }: Extract<ParsedLine, { kind: 'command' }>,
  before: Console,
): ConfigTarget {
  const { target } = before;
  if (parsed.through || parsed.mode === before.session.mode) return target;
  if (target.kind === 'lines' && parsed.mode !== 'config')
    return { kind: 'lines', blocks: target.blocks.map(blockAround) };
  // What an SG300 takes in a block without leaving it.
  return session.mode === before.session.mode && parsed.match.form.facts.keywordsOnly ? target : none;
}

function withText(step: ParsedLine, before: Console, text: OpenText): ExecutionResult {
  const state = storeText(before.state, text);
  const console = { ...withSession(before, step.session), state };
  return { step, console, ...silent, modelled: true, changed: state !== before.state };
}

const silent = { modelled: false, changed: false, replies: [], risks: [] } as const;

function withSession(console: Console, session: IosSession): Console {
  const left = !isSubMode(session.mode) && console.target.kind !== 'none';
  return { ...console, session, ...(left && { target: { kind: 'none' } }) };
}

function effectOf(command: SwitchCommand, state: SwitchState, target: ConfigTarget): Effect {
  const { path, facts, mode } = command;
  if (isExec(mode) || command.through)
    return (
      execEffects[facts.id]?.(state, command) ??
      (facts.keywordsOnly ? { state, unmodelled: true } : { state })
    );
  if (facts.enters === 'up' || facts.enters === 'priv-exec' || facts.id === 'do') return { state };
  if (mode === 'config') {
    const effect = globalEffects[path];
    if (effect) return effect(state, command);
    if (opensLines(facts) && command.negation)
      return { state: withoutBlocks(state, [command.words.join(' ')]) };
    if (facts.enters || isPrinted(command) || (facts.id === 'macro-name' && !command.negation))
      return { state };
    return {
      state: withRunning(state, {
        lines: storeVerbatim(
          state.running.lines,
          command,
          (line) => line === 'lldp run' && state.profile.defaults.lldp,
        ),
      }),
      unmodelled: true,
    };
  }
  const inVlan = vlanEffect(state, target, command);
  if (inVlan) return inVlan;
  if (mode === 'config-vlan')
    return path === 'vlan' ? globalEffects['vlan']!(state, command) : { state, unmodelled: true };
  if (target.kind === 'lines') return keepInBlocks(state, target.blocks, command);
  if (target.kind !== 'interfaces') return { state, unmodelled: true };
  // Only ports join a channel.
  if (path === 'channel-group')
    return target.names.some((name) => isCreated(name, state.profile))
      ? { state }
      : joinChannel(state, target.names, command);
  if (path === 'channel-protocol') return restrictProtocol(state, target.names, command);
  if (path === 'name') return nameVlans(state, target.names, command);
  return interfaceEffect(state, target.names, command);
}

/** A line of a printed configuration that sets nothing. */
function isPrinted({ facts, words }: SwitchCommand): boolean {
  return facts.id === 'version' || facts.id === 'boot-marker' || words[0] === 'config-file-header';
}

function interfaceEffect(before: SwitchState, names: readonly string[], command: SwitchCommand): Effect {
  const effect = portEffects[command.path] ?? switchportEffects[command.path];
  const reach = reachOf(before, names, command);
  if (!effect) {
    return {
      state: withInterfaces(before, reach, (config) => {
        const lines = storeVerbatim(config.lines ?? new Map(), command);
        return patched(config, { lines: lines.size > 0 ? lines : undefined });
      }),
      unmodelled: true,
    };
  }
  const state = withInterfaces(before, reach, (config) => patched(config, effect(config, command, before)));
  return withPortVlan(state, reach, command);
}

/** A Catalyst makes the access or voice VLAN that a port is put into; as a VTP client it makes none. */
function withPortVlan(
  state: SwitchState,
  names: readonly string[],
  { path, negation }: SwitchCommand,
): Effect {
  const kind =
    path === 'switchport access vlan' ? 'access' : path === 'switchport voice vlan' ? 'voice' : undefined;
  if (kind === undefined || negation || !state.profile.vlans.madeByAccess) return { state };
  const { accessVlan, voiceVlan } = configOf(state, names[0]!);
  const id = kind === 'access' ? accessVlan : voiceVlan;
  if (typeof id !== 'number' || vlanExists(state, id) || state.running.vtpMode === 'client') return { state };
  return {
    state: createVlans(state, [id]),
    replies: [`% ${kind === 'access' ? 'Access' : 'Voice'} VLAN does not exist. Creating vlan ${String(id)}`],
  };
}

/** A logical interface or a block of lines that is entered exists from then on; the channels of an SG300 are always there. */
function opened(
  command: SwitchCommand,
  effect: Extract<Effect, { state: SwitchState }>,
  target: ConfigTarget,
): typeof effect {
  const { facts, negation, values } = command;
  if (!negation && opensLines(facts)) {
    const { running, profile } = effect.state;
    const lineBlocks = splitRanges(running.lineBlocks, command.words.join(' '), profile.factory?.lines ?? []);
    const missing = blocksOf(command, target, effect.state).filter((block) => !lineBlocks.has(block));
    if (missing.length === 0 && lineBlocks === running.lineBlocks) return effect;
    const blocks = changed(
      lineBlocks,
      missing.map((block) => [block, new Map()]),
    );
    return { ...effect, state: withRunning(effect.state, { lineBlocks: blocks }) };
  }
  if (negation || (facts.id !== 'interface' && facts.id !== 'interface-range')) return effect;
  const { state } = effect;
  const missing = values
    .flatMap((value) => value.interfaces)
    .filter((name) => isCreated(name, state.profile) && !state.running.interfaces.has(name));
  return missing.length === 0
    ? effect
    : { ...effect, state: withInterfaces(state, missing, (config) => config) };
}

function targetAfter(
  command: SwitchCommand,
  { mode }: IosSession,
  target: ConfigTarget,
  state: SwitchState,
): ConfigTarget {
  const { facts, negation, values } = command;
  if (!isSubMode(mode)) return none;
  if (negation || !opensBlock(facts))
    return target.kind === 'lines' && facts.enters === 'up'
      ? { kind: 'lines', blocks: target.blocks.map(blockAround) }
      : target;
  if (mode === 'config-vlan') {
    const list = values.find(({ name }) => name === 'list')?.text;
    return { kind: 'vlans', ids: list === undefined ? [] : vlansOf(list) };
  }
  if (opensLines(facts)) return { kind: 'lines', blocks: blocksOf(command, target, state) };
  return { kind: 'interfaces', names: values.flatMap((value) => value.interfaces) };
}
