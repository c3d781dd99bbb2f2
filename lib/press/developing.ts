/**
 * `npm run dev`: Next's development server, with what the press answers itself beside it. No shelf, no cleaning, no strict headers,
 * so that a saved source file shows at once.
 */
import { createServer } from 'node:http';
import type { Handler } from './composing';
import type { TryAnswer } from './answering';
import { explain, type Log } from './log';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** @returns A function that closes the server. */
export async function develop({ host, port }: Place, own: TryAnswer, log: Log): Promise<() => Promise<void>> {
  const { default: next } = await import('next');
  const server = createServer();
  const app = next({ dev: true, hostname: host, port, httpServer: server });
  await app.prepare();
  const handler: Handler = app.getRequestHandler();
  server.on('request', (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    own(request, response, path)
      .then((answered) => answered ?? handler(request, response))
      .catch((error: unknown) => {
        log.say('error', 'answer-failed', { path, error: explain(error) });
        response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return async () => {
    server.closeAllConnections();
    server.close();
    await app.close();
  };
}
