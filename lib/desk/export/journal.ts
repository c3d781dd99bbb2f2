/**
 * A file of JSON values, one a line, that grows at its end. Promises that values are on the disk in the order they were handed over,
 * and that a line that was torn by a kill is cut off when the file is opened again.
 */
import fs from 'node:fs/promises';
import { ignoreMissing } from '@/lib/content/scan';

export interface Journal {
  /** Ends when the values are written. */
  append(values: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param take Gets every value that the file already holds.
 * @throws Error that names the file and the line when a whole line is no JSON.
 */
export async function openJournal(file: string, take: (value: unknown) => void): Promise<Journal> {
  const bytes = (await fs.readFile(file).catch(ignoreMissing)) ?? Buffer.alloc(0);
  const newline = 0x0a;
  let number = 0;
  let from = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
    number += 1;
    take(parseJson(bytes.toString('utf8', from, end), `${file}:${number}`));
    from = end + 1;
  }
  if (from < bytes.length) await fs.truncate(file, from);

  const handle = await fs.open(file, 'a');
  let waiting: string[] = [];
  let writing = Promise.resolve();
  const flush = async (): Promise<void> => {
    const text = waiting.join('');
    waiting = [];
    if (text !== '') await handle.appendFile(text);
  };
  return {
    append(values) {
      waiting.push(...values.map((value) => `${JSON.stringify(value)}\n`));
      // Whatever gathers while one batch is written goes with the next.
      writing = writing.then(flush);
      return writing;
    },
    async close() {
      await writing;
      await handle.close();
    },
  };
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${place}：不是 JSON。 / ${place}: is no JSON.`, { cause });
  }
}
