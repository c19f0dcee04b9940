import astro from 'eslint-plugin-astro';
import typescript from 'typescript-eslint';

/** In a text that replaces, `$&`, `$'`, `$1` and `$$` stand for something; what a function gives is itself. */
const replaceByFunctions = {
  selector:
    'CallExpression[callee.property.name=/^replace(?:All)?$/] > :not(ArrowFunctionExpression, Literal[value=/^[^$]*$/]).arguments:nth-child(2)',
  message: 'Replace by a function, `() => text`, or by a literal without `$`.',
};

/** Every argument of a call lies on the stack, and a list of a hundred thousand is too much for it. */
const noLongArguments = [
  'CallExpression[callee.property.name=/^(push|unshift|splice)$/] > SpreadElement',
  "CallExpression[callee.object.name='Math'] > SpreadElement",
  "CallExpression[callee.object.name='String'] > SpreadElement",
].map((selector) => ({
  selector,
  message:
    'A long list as the arguments of a call overflows the stack: go through it in a loop, or join two lists with [...a, ...b].',
}));

export default typescript.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      'node_modules/',
      'coverage/',
      'reports/',
      '.built/',
      'bench/.work/',
      'public/',
    ],
  },
  ...typescript.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      // A string union's last case is proven by `never`; an index that the code has just checked is not a guess.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Naming a property is how a copy without it is made.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**', 'tools/**', 'bench/**', '*.mjs'],
    rules: {
      'no-restricted-syntax': ['error', replaceByFunctions],
    },
  },
  {
    // Of rules of one name the last alone holds, so that each says all that holds for its files.
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': ['error', replaceByFunctions, ...noLongArguments],
    },
  },
  {
    files: ['src/cli/**'],
    // `command-line.ts` prints its own words alone, and loads nothing for them; what the language server writes is for an editor, as JSON.
    ignores: [
      ...['src/cli/terminal.ts', 'src/cli/main.ts', 'src/cli/command-line.ts'],
      'src/cli/language-server/serve.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        replaceByFunctions,
        ...noLongArguments,
        {
          selector: 'MemberExpression[object.name=process][property.name=/^std(?:out|err)$/]',
          message: 'Print through `terminal.ts`, so that nothing that is read acts on a terminal.',
        },
      ],
    },
  },
  { files: ['src/cli/**', 'tools/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
);
