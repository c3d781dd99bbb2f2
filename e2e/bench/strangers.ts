/**
 * The storm's own process, so that its work does not stand in the way of the clock that times good pages:
 * `strangers.ts <origin> <count>` asks for so many addresses that do not exist, 32 at a time, and prints how many it asked for.
 * Exit code 1 when one of them is answered with anything but 404.
 */
import { eachAtOnce, openAsker } from './asking';

const [origin = '', count = '0'] = process.argv.slice(2);

/** Every shape of address the portal has, with a word in it that nobody ever published. */
function* unknownAddresses(): Generator<string> {
  for (let at = 0; at < Number(count); at++) {
    const word = Math.random().toString(36).slice(2);
    const shapes = [`/${word}`, `/en/${word}`, `/ja/news/periodicals/${word}`, `/zh-hans/news/periodicals/shili-zhoukan/2025-06-27/${word}`, `/media/${word}.jpg`, `/assets/${word}.js?${word}=1`];
    yield shapes[at % shapes.length] ?? '/';
  }
}

const asker = openAsker(origin, 32);
eachAtOnce(unknownAddresses(), 32, Infinity, async (address) => {
  const { status } = await asker.ask(address);
  if (status !== 404) throw new Error(`${address} answers ${status}.`);
}).then(
  (done) => {
    asker.close();
    console.log(done);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
