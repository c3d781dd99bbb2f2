/**
 * The process: serves until it is told to stop. `--dev` runs Next's development server instead of the press. Whatever cannot be opened is
 * said in plain words, and the process ends with 1.
 */
import { Console } from 'node:console';
import { indexFileOf } from '@/lib/content/index-file';
import { lookAhead } from '@/lib/content/looking';
import { followContent } from '@/lib/content/watch';
import { readEnvironment, requirePublic, type Environment } from '@/lib/environment';
import { explain, openLog, type Log } from './log';
import type { Begun } from './portal';

const isDeveloping = process.argv.includes('--dev');
const standardOutput = 1;

function inPlainWords(error: unknown, port: number): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('EADDRINUSE')) return `端口 ${port} 已被占用：请停止占用它的程序，或换一个端口，如 PORT=3001 npm start。 / Port ${port} is in use: stop the other program, or choose another port, such as PORT=3001 npm start.`;
  if (message.includes('EACCES') && port < 1024) return `无权监听端口 ${port}：请用 1024 以上的端口。 / Listening at port ${port} is not allowed: use a port above 1024.`;
  return message;
}

/**
 * What takes a while is begun before all else is loaded. Folders are followed before anything in them is looked at, so that nothing slips
 * through between the two.
 */
async function begin(environment: Environment): Promise<Begun> {
  const { content } = environment;
  const following = followContent(content);
  const ahead = lookAhead({ content, indexFile: indexFileOf(environment) }, following.followed);
  // Whoever goes on with it meets the trouble. Until then nothing else is loaded, as the look waits for it.
  await following.followed.catch(() => undefined);
  return { following, ahead };
}

// Standard output is the log's alone, one JSON object a line; what Next has to say goes to standard error.
globalThis.console = new Console(process.stderr, process.stderr);
// React and Next choose their production code by it when they are loaded.
Object.assign(process.env, { NODE_ENV: isDeveloping ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
let port = 0;
let log: Log | undefined;
try {
  const environment = requirePublic(readEnvironment());
  port = environment.port;
  const ours = openLog(standardOutput, isDeveloping ? 'problems' : environment.log);
  log = ours;
  const begun = isDeveloping ? undefined : await begin(environment);
  const portal = await import('./portal');
  let isClosing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second Ctrl+C is meant.
      if (isClosing) process.exit(1);
      isClosing = true;
      void portal.close(ours).then(() => process.exit(0));
    });
  }
  if (begun) await portal.openForReaders(environment, ours, begun);
  else await portal.openForDevelopers(environment, ours);
  process.on('uncaughtException', (error) => ours.say('error', 'uncaught', { error: explain(error) }));
  process.on('unhandledRejection', (error) => ours.say('error', 'unhandled', { error: explain(error) }));
} catch (error) {
  console.error(inPlainWords(error, port));
  log?.say('error', 'start-failed', { error: explain(error) });
  log?.flush();
  process.exit(1);
}
