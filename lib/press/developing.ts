/**
 * `npm run dev`: Next's development server, with what the press answers itself beside it. No shelf, no cleaning, no strict headers,
 * so that a saved source file shows at once.
 */
import { createServer, type ServerResponse } from 'node:http';
import { parseShown, pathOf } from '@/lib/routes';
import type { TryAnswer } from './answering';
import { openComposing, type Handler } from './composing';
import { openElderMode } from './elder-mode';
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
  const compose = openComposing(handler, `http://${host}:${port}`);
  const toElder = await openElderMode(process.cwd());
  const answerElder = async (path: string, response: ServerResponse): Promise<void> => {
    const { status, type, body } = await compose(path);
    response.writeHead(status, { 'Content-Type': type }).end(toElder(body.toString()));
  };
  server.on('request', (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const shown = parseShown(path);
    const next = (): Promise<void> | void => (shown?.isElder ? answerElder(pathOf(shown.address), response) : handler(request, response));
    own(request, response, path)
      .then((answered) => answered ?? next())
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
