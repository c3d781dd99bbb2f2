/** The progress of a long command on standard error: a bar on a terminal, a plain line every few seconds elsewhere. */
import { widthOf } from './terminal';

export interface Progress {
  /** @param words What is being done, Chinese and English. */
  show(words: string, done: number, total: number): void;
  /** Clears the bar, so that other words may follow. */
  close(): void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const pace = { terminal: 100, elsewhere: 5_000 };
const barWidth = 24;
const fullBlock = '█';
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

export function openProgress(output: Output, now: () => number = () => performance.now()): Progress {
  const pause = output.isTTY ? pace.terminal : pace.elsewhere;
  let current = '';
  let began = now();
  let said = output.isTTY ? -Infinity : began;
  let isOpen = false;
  return {
    show(words, done, total) {
      const moment = now();
      if (words !== current) [current, began] = [words, moment];
      const isLast = done >= total;
      if (moment - said < pause && !(isLast && isOpen)) return;
      said = moment;
      const seconds = (moment - began) / 1000;
      const rate = seconds > 1 ? done / seconds : 0;
      const facts = `${done}/${total}${rate > 0 ? ` ${rate.toFixed(0)}/s${isLast ? '' : ` ${timeOf((total - done) / rate)}`}` : ''}`;
      if (!output.isTTY) {
        output.write(`${words} ${facts}\n`);
        return;
      }
      const line = `${words} ${barOf(total === 0 ? 1 : done / total)} ${facts}`;
      const columns = output.columns ?? 80;
      // A line that wraps cannot be rewritten.
      output.write(`\r\u001b[K${widthOf(line) < columns ? line : facts}`);
      isOpen = true;
    },
    close() {
      if (isOpen) output.write('\r\u001b[K');
      isOpen = false;
    },
  };
}

function barOf(share: number): string {
  const parts = Math.round(Math.min(Math.max(share, 0), 1) * barWidth * 8);
  const bar = fullBlock.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
  return `│${bar.padEnd(barWidth)}│`;
}

/** Minutes and seconds that are left, `2:05`. */
function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
