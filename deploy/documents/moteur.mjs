// One document: { modele, donnees } on standard input, the PDF on standard output, the diagnostics on standard error.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
const fonts = join(here, 'node_modules/@expo-google-fonts/source-sans-3');

const { modele, donnees } = JSON.parse(readFileSync(0, 'utf8'));
const compiler = NodeCompiler.create({
  workspace: join(here, 'modeles'),
  fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '700Bold')] }],
});
const render = (texte) =>
  compiler.pdf(
    { mainFilePath: join(here, 'modeles', `${modele}.typ`), inputs: { donnees: texte } },
    { pdfStandard: 'ua-1' },
  );

// The font lacks some characters, and a document with a hole is refused: what it certainly has is printed, the rest shows as a question mark.
const texte = JSON.stringify(donnees);
const printable = texte.replace(/[^\u0000-\u017f–—‘’“”…€]/gu, '?');
try {
  let pdf;
  try {
    pdf = render(texte);
  } catch (failure) {
    if (printable === texte) throw failure;
    pdf = render(printable);
  }
  process.stdout.write(pdf);
} catch (failure) {
  process.stderr.write(String(failure.message ?? failure));
  process.exitCode = 1;
}
