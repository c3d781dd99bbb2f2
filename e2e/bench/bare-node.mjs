// A server of Node's own http module and nothing else, for the bench: one answer to everything, as it is told over the channel of its parent.
import http from 'node:http';

process.once('message', (/** @type {{ headers: string[], body: string, port: number }} */ { headers, body, port }) => {
  const bytes = Buffer.from(body, 'base64');
  http.createServer((_, response) => void response.writeHead(200, headers).end(bytes)).listen(port, '127.0.0.1');
});
