// Lint: TypeScript's strict, type-aware rules, and the house's own manners where a rule can see them.
import { fileURLToPath } from 'node:url';
import node from 'eslint-plugin-n';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.next/', '.build/', '.portal/', 'public/assets/', 'public/offline.js', 'next-env.d.ts', 'test-results/', 'playwright-report/', 'e2e/broken/', '**/fixtures/', '!lib/fixtures/', '!lib/press/fixtures/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { n: node },
    rules: {
      // The oldest Node that package.json names has to know it; a newer one, on which tests run, would not tell. `describe` is older than its
      // second name, which the rule takes it for; Navigator is met in browsers alone.
      'n/no-unsupported-features/node-builtins': ['error', { allowExperimental: true, ignores: ['test.describe', 'Navigator'] }],
      'n/no-unsupported-features/es-builtins': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers in template strings are plain and clear here.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => void work()` and arrow shorthands returning void are the house's way of handing over callbacks.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Rooms hand out objects made of closures; nothing of ours reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      // noUncheckedIndexedAccess already makes every index honest; bracket access on env needs quotes for tsc.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.test.ts', 'lib/press/fixtures/*.ts', 'e2e/**/*.ts'],
    rules: {
      // A stand-in for something that waits need not wait itself.
      '@typescript-eslint/require-await': 'off',
      // node:test's test() returns a promise nobody awaits.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' }] }],
    },
  },
  {
    // Runs in browsers.
    files: ['lib/reader/**/*.ts', 'lib/desk/preview/reload.ts'],
    rules: { 'n/no-unsupported-features/node-builtins': 'off', 'n/no-unsupported-features/es-builtins': 'off' },
  },
  {
    files: ['app/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='style']", message: 'The policy allows no inline style: use a class.' },
        { selector: "JSXAttribute[name.name=/^on[A-Z]/]", message: 'There is no client runtime: behaviour belongs in lib/reader.' },
      ],
    },
  },
);
