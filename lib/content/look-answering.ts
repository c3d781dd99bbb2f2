/** The other thread of looking.ts: looks once, answers, and ends. */
import { parentPort } from 'node:worker_threads';
import { openIndexForReading } from './index-file';
import { openKnownFiles } from './known-files';
import type { LookAnswer, LookQuestion } from './looking';
import { findNews, pathsOf } from './news';
import { stepBack } from './stepping-back';

parentPort?.once('message', (question: LookQuestion) => {
  void answer(question).then((found) => parentPort?.postMessage(found));
});

async function answer({ content, indexFile, isPatient }: LookQuestion): Promise<LookAnswer> {
  if (isPatient) stepBack();
  try {
    const index = openIndexForReading(indexFile);
    const paths = pathsOf(await findNews(content, openKnownFiles(index)));
    index.close();
    return { paths };
  } catch (error) {
    return { error };
  }
}
