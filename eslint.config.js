import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  { name: 'generated', ignores: ['dist/', 'out/', '.gazette/', 'coverage/'] },
  { name: 'recommended', ...js.configs.recommended },
  {
    name: 'typed',
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Control characters are exactly what the sanitising patterns look for.
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  {
    name: 'only the shells print',
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/preview/**'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'the bundle is elsewhere than its modules',
    files: ['src/**/*.ts'],
    ignores: ['src/lib/package-folder.ts', 'src/render/handlebars.ts', 'src/render/mjml-package.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'MetaProperty[meta.name="import"]', message: 'find files of the package from lib/package-folder.ts' }],
    },
  },
  {
    name: 'plain JavaScript',
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
)
