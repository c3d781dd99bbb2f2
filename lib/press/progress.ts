/** A line that counts on standard error: rewritten in place on a terminal, said at most every five seconds elsewhere. */

export type CountProgress = (done: number, total: number) => void;

const pace = { terminal: 100, elsewhere: 5_000 };

/** @param words What is being done, Chinese and English. */
export function openProgress(words: string, output: NodeJS.WriteStream = process.stderr): CountProgress {
  const [pause, start, end] = output.isTTY ? [pace.terminal, '\r', ''] : [pace.elsewhere, '', '\n'];
  let said = performance.now();
  let isOpen = false;
  return (done, total) => {
    const now = performance.now();
    const isLast = done >= total && isOpen;
    if (now - said < pause && !isLast) return;
    said = now;
    isOpen = true;
    output.write(`${start}${words} ${done}/${total}${isLast ? '\n' : end}`);
  };
}
