/** The wire of `npm run desk -- <command>`: the process on one side, the desk on the other. */
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { readEnvironment, requirePublic } from '@/lib/environment';
import { commands } from './commands';
import { runDesk } from './desk';
import { wantsColour } from './terminal';

// A reader that has seen enough (`| head`) is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await runDesk(process.argv.slice(2), commands, {
    environment: requirePublic(readEnvironment()),
    folder: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isColoured: { out: wantsColour(process.stdout.isTTY, process.env), err: wantsColour(process.stderr.isTTY, process.env) },
    readStandardInput: () => buffer(process.stdin),
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

/** One line from the terminal; standard output stays free for what the command makes. */
async function ask(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await line.question(question);
  } finally {
    line.close();
  }
}
