/** The PDF library. It asks Node for its own modules in a way that came with 20.16; an older one learns it here, before the library loads. */
import { createRequire } from 'node:module';

const asked: { getBuiltinModule?: (name: string) => unknown } = process;
asked.getBuiltinModule ??= createRequire(import.meta.url);

export const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
