import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

// Each guard of the lint is shown to refuse what it must, on a file that passes without the line.
const eslint = new ESLint();

async function refusals(filePath: string, line: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath });
  return result?.messages.map((message) => message.ruleId) ?? [];
}

it.each([
  [
    'a feature that imports another',
    'src/features/Demandes/PageDemandes.tsx',
    "import '@/features/Facturation/calculTarif';",
    'import-x/no-restricted-paths',
  ],
  [
    'a shared component that knows a feature',
    'src/components/ui/Page.tsx',
    "import '@/features/Facturation/calculTarif';",
    'import-x/no-restricted-paths',
  ],
  [
    'a feature that knows the frame',
    'src/features/Demandes/PageDemandes.tsx',
    "import '@/app/theme';",
    'import-x/no-restricted-paths',
  ],
  ['a barrel', 'src/lib/csv.ts', "export * from './format';", 'no-restricted-syntax'],
  ['the clock of the browser', 'src/lib/csv.ts', 'export const today = new Date();', 'no-restricted-syntax'],
  ['any', 'src/lib/csv.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
])('the lint refuses %s', async (_, filePath, line, rule) => {
  expect(await refusals(filePath, line)).toContain(rule);
});

it('the lint lets a feature import what is shared and what is its own', async () => {
  expect(
    await refusals(
      'src/features/Facturation/SimulateurTarif.tsx',
      "import '@/components/ui/Page';\nimport './calculTarif';",
    ),
  ).toEqual([]);
});
