/** The style sheet and the script that a preview's pages load beside the portal's own. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import type { Print } from '@/lib/press/print';
import { root } from '@/lib/root.mjs';
import { scriptAddress, styleAddress } from './addresses';
import type { DraftPrinter } from './draft-printer';

/** @returns Prints by path. */
export async function readAssets(makePrint: DraftPrinter): Promise<ReadonlyMap<string, Print>> {
  const style = await fs.readFile(path.join(root, 'lib/desk/preview/preview.css'));
  const source = await fs.readFile(path.join(root, 'lib/desk/preview/reload.ts'), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'iife', target: 'es2020', minify: true });
  return new Map([
    [styleAddress, makePrint({ body: style, type: 'text/css; charset=utf-8' })],
    [scriptAddress, makePrint({ body: Buffer.from(code), type: 'text/javascript; charset=utf-8' })],
  ]);
}
