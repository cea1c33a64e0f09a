import { ESLint } from 'eslint';
import prettier from 'prettier';
import typescript from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

/** Plants a mistake for each checker, and expects the checker, as it is configured here, to report it. */
describe('the checkers', () => {
    test('Prettier reports a file that is not formatted', async () => {
        const filepath = 'src/planted.ts';
        const options = { ...(await prettier.resolveConfig(filepath)), filepath };

        expect(await prettier.check("export const planted  = 'x'\n", options)).toBe(false);
        expect(await prettier.check("export const planted = 'x';\n", options)).toBe(true);
    });

    test.each([
        ["import '#lib/fields/index.ts';", 'no-restricted-imports'],
        ['export const planted = (x: any) => typeof x;', '@typescript-eslint/no-explicit-any'],
    ])('ESLint reports %s', async (mistake, rule) => {
        expect(await rulesBroken(mistake)).toEqual([rule]);
    });

    test('ESLint accepts what is right', async () => {
        expect(await rulesBroken("import '#lib/i18n/index.ts';")).toEqual([]);
    });
});

/** What lib/ui would break with this text; without the rules that need a file of the project. */
async function rulesBroken(text: string): Promise<(string | null)[]> {
    const eslint = new ESLint({
        overrideConfig: [
            {
                ...typescript.configs.disableTypeChecked,
                languageOptions: { parserOptions: { projectService: false } },
            },
        ],
    });
    const results = await eslint.lintText(text, { filePath: 'src/lib/ui/planted.ts' });
    return results.flatMap((result) => result.messages.map((message) => message.ruleId));
}
