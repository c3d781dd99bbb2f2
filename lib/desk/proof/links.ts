/** The links of a body with their lines, and whether each leads somewhere: as `check` judges it, which visits no other site. */
import type { TextDocument } from '@/lib/content/document';
import { outlineOf } from '@/lib/content/markdown';
import type { Problem } from '@/lib/problem';

export interface ProofLink {
  readonly address: string;
  /** In the file. */
  readonly line: number;
  readonly state: 'resolves' | 'broken' | 'elsewhere';
}

const rules: readonly string[] = ['broken-link', 'missing-anchor'];

/** @param problems Of the article. */
export function linksOf({ file, body, bodyLine }: TextDocument, problems: readonly Problem[]): readonly ProofLink[] {
  return outlineOf(body).links.map(({ address, line, column }) => {
    const inFile = bodyLine + line - 1;
    const isBroken = problems.some((problem) => problem.file === file && problem.line === inFile && problem.column === column && rules.includes(problem.rule));
    return { address, line: inFile, state: isBroken ? 'broken' : /^[a-z][a-z\d+.-]*:|^\/\//i.test(address) ? 'elsewhere' : 'resolves' };
  });
}
