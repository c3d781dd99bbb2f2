/**
 * Reads a command line: which command, which words, which flags; everything unknown is named with its nearest relative.
 * Hides node:util's parseArgs. Promises that a Call holds only flags its command knows, with values where values belong.
 */
import { parseArgs } from 'node:util';
import { findNearest } from '@/lib/content/nearest';
import type { Bilingual } from '@/lib/problem';
import type { Call, Command } from './command';

/** What the command line turned out to be. */
export type Reading =
  | { readonly kind: 'call'; readonly command: Command; readonly call: Call }
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'mistake'; readonly message: Bilingual; readonly command?: Command };

export function readCommandLine(line: readonly string[], commands: readonly Command[]): Reading {
  const [name, ...rest] = line;
  if (name === undefined || isHelp(name) || name === 'help') {
    const about = name === 'help' ? commands.find((command) => command.name === rest[0]) : undefined;
    return { kind: 'help', ...(about && { command: about }) };
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) return { kind: 'mistake', message: unknown('命令', 'command', name, commands.map((candidate) => candidate.name)) };
  return readCall(command, rest);
}

function readCall(command: Command, line: readonly string[]): Reading {
  const names = Object.keys(command.flags);
  const options = Object.fromEntries(names.map((name) => [name, { type: command.flags[name]?.value ? ('string' as const) : ('boolean' as const) }]));
  const { tokens } = parseArgs({ args: [...line], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string | true>();
  const words: string[] = [];
  const mistake = (message: Bilingual): Reading => ({ kind: 'mistake', message, command });
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    if (isHelp(token.rawName)) return { kind: 'help', command };
    const flag = command.flags[token.name];
    if (!flag || !token.rawName.startsWith('--')) return mistake(unknown('选项', 'flag', token.rawName, names.map((name) => `--${name}`)));
    if (flag.value && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))) {
      return mistake({ zh: `--${token.name} 后面要写${flag.value}`, en: `--${token.name} needs ${flag.value} after it` });
    }
    if (!flag.value && token.value !== undefined) return mistake({ zh: `--${token.name} 后面不写内容`, en: `--${token.name} takes no value` });
    if (flag.choices && !flag.choices.includes(token.value ?? '')) {
      return mistake(unknown(`--${token.name} 的写法`, `value of --${token.name}`, token.value ?? '', flag.choices));
    }
    values.set(token.name, token.value ?? true);
  }
  const { least, most } = command.wordCount;
  if (words.length < least) return mistake({ zh: `还要写 ${command.words}`, en: `${command.words} is missing` });
  if (words.length > most) return mistake({ zh: `多写了“${words[most] ?? ''}”`, en: `"${words[most] ?? ''}" is one word too many` });
  const text = (name: string): string | undefined => {
    const value = values.get(name);
    return value === true ? undefined : value;
  };
  return { kind: 'call', command, call: { words, text, has: (name) => values.has(name) } };
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

function unknown(zhKind: string, enKind: string, word: string, known: readonly string[]): Bilingual {
  const nearest = findNearest(word, known);
  return {
    zh: `不认识的${zhKind}“${word}”${nearest ? `，是不是 ${nearest}？` : `；可以写：${known.join('、')}`}`,
    en: `Unknown ${enKind} "${word}"${nearest ? `; did you mean ${nearest}?` : `; known: ${known.join(', ')}`}`,
  };
}
