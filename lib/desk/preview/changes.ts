/**
 * Tells open pages that they are no longer what they were: a stream of events for each (server-sent events, HTML §9.2). A page says
 * which one it is and of which version; it hears of a change only when the page at its path has become another.
 */
import type { ServerResponse } from 'node:http';
import type { TryAnswer } from '@/lib/press/answering';
import { changesAddress } from './addresses';

export interface Changes {
  /** Answers at `changesAddress` and leaves the rest. */
  readonly answer: TryAnswer;
  /** Something may have changed. */
  tell(): void;
  /** Ends every stream. */
  close(): void;
}

interface Means {
  /** The version of the page at a path; undefined where there is no page to follow. */
  readonly versionAt: (path: string) => Promise<string | undefined>;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

interface Stream {
  readonly response: ServerResponse;
  readonly path: string;
  readonly version: string;
}

/** The server cuts off connections that are silent for a minute; milliseconds. */
const heartbeat = 20_000;
const mostStreams = 100;

export function openChanges({ versionAt, headers }: Means): Changes {
  const streams = new Set<Stream>();

  const compare = async (stream: Stream): Promise<void> => {
    // What fails at this moment will be looked at again with the next change.
    const version = await versionAt(stream.path).catch(() => undefined);
    if (version === undefined || version === stream.version || !streams.has(stream)) return;
    stream.response.write(`event: change\ndata: ${version}\n\n`);
  };
  const timer = setInterval(() => {
    for (const { response } of streams) response.write(':\n\n');
  }, heartbeat).unref();

  return {
    async answer(request, response, path) {
      if (path !== changesAddress) return undefined;
      const query = new URL(request.url ?? '', 'http://preview.invalid').searchParams;
      const stream: Stream = { response, path: query.get('page') ?? '', version: query.get('version') ?? '' };
      response.writeHead(200, ['Content-Type', 'text/event-stream; charset=utf-8', ...headers]);
      response.write(':\n\n');
      // The longest silent of too many goes; its browser comes again.
      const [oldest] = streams.size >= mostStreams ? streams : [];
      oldest?.response.end();
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
      // A file may have been saved while the page was on its way.
      await compare(stream);
      return { status: 200, bytes: 0, via: 'api' };
    },
    tell() {
      for (const stream of streams) void compare(stream);
    },
    close() {
      clearInterval(timer);
      for (const { response } of streams) response.end();
    },
  };
}
