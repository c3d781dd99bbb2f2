/** What was measured, as rows of one table: ours beside the others', the ratio, and what must be reached. */

export interface Row {
  readonly name: string;
  /** Ours, with its unit. */
  readonly press: string;
  readonly nginx?: string;
  readonly next?: string;
  /** Ours to theirs, when something stands beside it. */
  readonly ratio?: string;
  readonly must?: string;
  /** Whether it is reached; undefined when nothing must be. */
  readonly isReached?: boolean;
}

const heads = ['measure', 'press', 'nginx', 'next start', 'ratio', 'must reach', ''];

/** The rows as one Markdown table. */
export function drawTable(rows: readonly Row[]): string {
  const cells = rows.map(({ name, press, nginx = '', next = '', ratio = '', must = '', isReached }) => [name, press, nginx, next, ratio, must, isReached === undefined ? '' : isReached ? 'yes' : 'NO']);
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  return [line(heads), `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`, ...cells.map(line)].join('\n');
}

/** A number a person can read: 12,345 or 3.4. */
export function plain(value: number, digits = value < 10 ? 2 : value < 100 ? 1 : 0): string {
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

export function milliseconds(value: number): string {
  return `${plain(value)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${plain(bytes / 1024, 1)} KB`;
}

export function megabytes(bytes: number): string {
  return `${plain(bytes / 1_048_576, 0)} MB`;
}

/** The value below which `share` of the measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
