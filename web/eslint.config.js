import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

// Who may know whom below src/lib; routes may know all.
/** @type {Record<string, string[]>} */
const mayUse = {
    i18n: [],
    ui: ['i18n'],
    api: ['i18n'],
    model: ['i18n'],
    expression: [],
    fields: ['i18n', 'ui', 'api', 'model', 'expression'],
    records: ['i18n', 'ui', 'api', 'model', 'expression', 'fields'],
    designer: ['i18n', 'ui', 'api', 'model', 'expression', 'fields'],
};

const folders = Object.keys(mayUse);

/** @type {import('eslint').Linter.Config[]} */
const directions = folders.map((folder) => ({
    files: [`src/lib/${folder}/**`],
    rules: {
        'no-restricted-imports': [
            'error',
            {
                patterns: folders
                    .filter((other) => other !== folder && !mayUse[folder]?.includes(other))
                    .map((other) => ({
                        regex: `(^#lib|\\.\\.)/${other}(/|$)`,
                        message: `lib/${folder} does not know lib/${other}.`,
                    })),
            },
        ],
    },
}));

export default defineConfig(
    { ignores: ['build/', 'target/', '.svelte-kit/', 'node_modules/', 'scripts/'] },
    js.configs.recommended,
    ...typescript.configs.strictTypeChecked,
    ...svelte.configs.recommended,
    {
        languageOptions: {
            globals: globals.browser,
            parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
        },
        rules: {
            // TypeScript knows what exists.
            'no-undef': 'off',
            // Numbers and booleans in text are what templates are for.
            '@typescript-eslint/restrict-template-expressions': [
                'error',
                { allowNumber: true, allowBoolean: true },
            ],
            '@typescript-eslint/no-confusing-void-expression': [
                'error',
                { ignoreArrowShorthand: true },
            ],
            // Event handlers are written as plain async functions.
            '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
            // The app is served from the root of its host, so paths need no resolving.
            'svelte/no-navigation-without-resolve': 'off',
        },
    },
    {
        files: ['**/*.svelte', '**/*.svelte.ts'],
        languageOptions: { parserOptions: { parser: typescript.parser } },
        rules: {
            // Svelte's $state and $bindable make these see constants where there are none.
            'prefer-const': 'off',
            '@typescript-eslint/no-unnecessary-condition': 'off',
            // ESLint does not know the types of components' properties; svelte-check does.
            '@typescript-eslint/no-unsafe-argument': 'off',
            '@typescript-eslint/no-unsafe-assignment': 'off',
            '@typescript-eslint/no-unsafe-call': 'off',
            '@typescript-eslint/no-unsafe-member-access': 'off',
            '@typescript-eslint/no-unsafe-return': 'off',
        },
    },
    { files: ['*.js'], ...typescript.configs.disableTypeChecked },
    ...directions,
);
