import { isPlaceholder } from '../../placeholder.ts';
import { literalOf } from '../binding/arguments.ts';
import type { BindingProblem } from '../binding/binding.ts';
import { programSecrets } from './program-secrets.ts';
import type { Expression, Node, Statement } from '../syntax/tree.ts';
import type { CommandCall } from './command-call.ts';
import { commandName, givenArgument } from './command-call.ts';

/** Parameters, variables and keys that hold a secret, by their names. */
const secretName =
  /^(?:\w*(?:Password|Passwd|Passphrase|SharedSecret|PreSharedKey|ClientSecret|ApiKey|AccessToken|AuthToken|ChapSecret)|Pwd|Secret|Psk|Token)$/i;

/** Types of parameters that take the secret itself. */
const textual = /^(?:String|SecureString|Object|PSObject|PSCredential|Char|Byte)(?:\[\])?$/;

/** Secrets among the arguments of a command. */
export function checkSecret(call: CommandCall): BindingProblem[] {
  const values =
    commandName(call) === 'ConvertTo-SecureString' ? plainTexts(call) : [...secretArguments(call)];
  return values.filter(isSecret).map(plainTextSecret);
}

/** Secrets that are assigned: to a variable, a key of a hashtable, a parameter of a function. */
export function secretsIn(node: Node): BindingProblem[] {
  switch (node.kind) {
    case 'assignment':
      return node.target.kind === 'variable' && isSecretName(node.target.name) ? ofStatement(node.value) : [];
    case 'hashtable':
      return node.entries.flatMap(({ key, value }) => {
        const name = literalOf(key);
        return name?.kind === 'text' && secretName.test(name.value) ? ofStatement(value) : [];
      });
    case 'parameter-definition':
      return secretName.test(node.name) && node.defaultValue && isSecret(node.defaultValue)
        ? [plainTextSecret(node.defaultValue)]
        : [];
    default:
      return [];
  }
}

function plainTexts(call: CommandCall): Expression[] {
  if (!givenArgument(call, 'AsPlainText')) return [];
  const piped = call.before?.kind === 'value' ? [call.before.expression] : [];
  const text = call.arguments.find(({ parameter }) => parameter?.name === 'String')?.value;
  return [...piped, ...(text ? [text] : [])];
}

function* secretArguments(call: CommandCall): Generator<Expression> {
  for (const { parameter, element, how, value } of call.arguments) {
    // What is splatted is reported where the hashtable stands.
    if (!value || how === 'splat' || (parameter && !textual.test(parameter.type))) continue;
    if (secretName.test(parameter?.name ?? element?.name ?? '')) yield value;
  }
  if (call.resolution.kind === 'unknown' || call.resolution.kind === 'program') yield* programArguments(call);
}

/** More words than these no such program takes. */
const mostWords = 40;

/** Passwords that Windows' own programs are given. */
function* programArguments({ name, elements }: CommandCall): Generator<Expression> {
  const program = name.toLowerCase().replace(/\.exe$/, '');
  let words = program;
  for (const element of elements.slice(1, mostWords)) {
    const word = element.kind === 'text' && element.parts.length === 0 ? element.value : '$';
    const before = words;
    if (
      element.kind === 'text' &&
      programSecrets.some((one) => one.words.test(before) && one.secret.test(word))
    )
      yield element;
    words += ` ${word}`;
  }
}

function ofStatement(statement: Statement | undefined): BindingProblem[] {
  const [only] = statement?.kind === 'pipeline' && statement.elements.length === 1 ? statement.elements : [];
  // A number may as well be a flag or a length.
  return only?.kind === 'value' && only.expression.kind === 'text' && isSecret(only.expression)
    ? [plainTextSecret(only.expression)]
    : [];
}

function isSecretName(variable: string): boolean {
  return secretName.test(variable.replace(/^\w+:/, ''));
}

/** A text or number that is no placeholder and is not worked out when it runs. */
function isSecret(value: Expression): boolean {
  const literal = literalOf(value);
  if (literal?.kind === 'number') return true;
  if (literal?.kind !== 'text' || literal.value === '') return false;
  const named = /^\/\w+:(.*)$/.exec(literal.value);
  return !isPlaceholder(named?.[1] ?? literal.value);
}

function plainTextSecret({ start, end }: Expression): BindingProblem {
  return {
    rule: 'powershell/plain-text-secret',
    start,
    end,
    message: 'A secret stands here in plain text, for every reader to see and to reuse.',
    label: 'secret',
    hint: "Ask for it when it is needed: `Read-Host -AsSecureString` or `Get-Credential`; in an example write '<password>'.",
  };
}
