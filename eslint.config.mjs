import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

/** Files that are long because a list or a story is long, not because two things share a room. */
const MAY_BE_LONG = ['**/*.spec.ts', '**/migrations/*.ts', '**/messages/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '**/.svelte-kit/', '**/node_modules/', '.data/'] },
  {
    // A rule that is wrong somewhere is changed here, where everybody sees it.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-unused-expressions': ['error', { allowShortCircuit: false }],
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: MAY_BE_LONG, rules: { 'max-lines': 'off' } },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // The same for all: a project that is opened with other extensions is read again from the start.
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // Decorated signatures need their types at run time; the rule knows and leaves those alone.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // An async method without await keeps the signature that its interface promises.
      '@typescript-eslint/require-await': 'off',
      // The framework hands page loads and actions functions that are meant to be taken out of their event.
      '@typescript-eslint/unbound-method': 'off',
      // The kinds of a GraphQL node are an enum of strings, and read best as those strings.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      // jest's matchers, such as expect.any, are of type any by nature, and so is what came over the wire.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // What goes into the message of a failed test may look as it likes.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // What is left out or run alone by hand would be forgotten that way.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
          message: 'Nothing is left out silently, and nothing is run alone.',
        },
        {
          selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
          message: 'Nothing is left out silently, and nothing is run alone.',
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.svelte', 'apps/web/**/*.svelte.ts'],
    extends: [svelte.configs.recommended],
    // Their types are svelte-check's to judge, which understands the markup too.
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // Peerdesk lives at the root of its address, and its links are the plain paths that people see.
      'svelte/no-navigation-without-resolve': 'off',
      // The search parameters of a link are built and forgotten, nothing reacts to them.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // The only rooms where HTML goes out as it is: it was sanitised by the server, and each says how.
    files: ['apps/web/src/lib/components/raw/*.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
);
