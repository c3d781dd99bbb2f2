/** The desk's help: of all commands, and of each. Chinese first, English second, a line each. */
import type { Command } from './command';

const start = 'npm run desk --';

export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map(({ name, words, summary }) => `  ${`${name} ${words}`.trim()}\n      ${summary.zh}\n      ${summary.en}\n`);
  return [
    '编辑台：处理稿件的命令 / The desk: commands for editors\n',
    `用法 / Usage: ${start} <命令 command> [选项 flags]\n`,
    ...rows,
    `每个命令的说明 / Help on a command: ${start} <命令 command> --help`,
    '退出码 / Exit code: 0 没有问题 clean, 1 有发现 findings, 2 无法运行 could not run\n',
  ].join('\n');
}

export function helpOf({ name, words, summary, flags, details }: Command): string {
  const rows = Object.entries(flags).map(([flag, { value, choices, summary: about }]) => {
    const shown = choices ? choices.join('|') : value;
    return `  --${flag}${shown ? ` ${shown}` : ''}\n      ${about.zh}\n      ${about.en}`;
  });
  return [
    `${summary.zh}\n${summary.en}\n`,
    `用法 / Usage: ${start} ${`${name} ${words}`.trim()}${rows.length > 0 ? ' [选项 flags]' : ''}\n`,
    ...rows,
    '  --help\n      显示本说明\n      Show this help',
    ...details.map(({ zh, en }) => `\n${zh}\n${en}`),
    '',
  ].join('\n');
}
