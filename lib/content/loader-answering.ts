/** The other thread of loader.ts: loads files as it is asked to, one question after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { openLoaderHere, type LoaderAnswer, type LoaderOptions, type LoaderQuestion } from './loader';

const loader = openLoaderHere(workerData as LoaderOptions);
let latest: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (files: LoaderQuestion) => {
  latest = latest.then(async () => {
    parentPort?.postMessage(await answer(files));
  });
});

async function answer(files: LoaderQuestion): Promise<LoaderAnswer> {
  try {
    return { files: await loader.load(files) };
  } catch (error) {
    return { error };
  }
}
