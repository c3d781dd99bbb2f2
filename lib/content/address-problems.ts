/**
 * What is wrong with addresses as a whole: one that was published and is no more, one that is published and not recorded, and redirects
 * that do nothing. Judged from all files at once; a portal that keeps no register is only told about its redirects.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { chinaTime } from '@/lib/locale/dates';
import type { Bilingual, Problem } from '@/lib/problem';
import { parseSharedPath } from '@/lib/routes';
import { contentProblem, start } from './content-problem';
import { collectAddresses, type AddressedFile, type AddressState, type OpenAddresses } from './open-addresses';
import { parseRedirects, redirectsFile, type RedirectLine } from './redirects';
import { readRegister, registerFile, type Register } from './register';
import { ignoreMissing } from './scan';

/** So many unrecorded addresses are named. */
const mostNamed = 3;

/** @param files Every file of the content folder. */
export async function findAddressProblems(content: string, files: Iterable<AddressedFile>, now = new Date()): Promise<readonly Problem[]> {
  const register = await readRegister(content);
  const source = await fs.readFile(path.join(content, redirectsFile), 'utf8').catch(ignoreMissing);
  if (!register && source === undefined) return [];
  const addresses = collectAddresses(files, chinaTime(now));
  // What is wrong with single lines of redirects.txt is told where the file is read.
  const redirects = new Map(parseRedirects(source ?? '').redirects.map((line) => [line.from, line]));
  return [...(register ? judgeRegister(register, redirects, addresses) : []), ...[...redirects.values()].flatMap((line) => judgeRedirect(line, redirects, addresses))];
}

function judgeRegister({ lines, problems }: Register, redirects: ReadonlyMap<string, RedirectLine>, addresses: OpenAddresses): readonly Problem[] {
  const lost = [...lines].flatMap(([address, line]) => {
    const state = stateAt(address, addresses);
    return state === 'open' || state === 'unclear' || redirects.has(address) ? [] : [addressLost(address, line, state)];
  });
  const missing = addresses.open.filter((address) => !lines.has(address)).sort();
  return [...problems, ...lost, ...(missing.length > 0 ? [addressesUnrecorded(missing)] : [])];
}

function judgeRedirect(line: RedirectLine, redirects: ReadonlyMap<string, RedirectLine>, addresses: OpenAddresses): readonly Problem[] {
  if (stateAt(line.from, addresses) === 'open') return [redirectIdle(line)];
  const passed = new Set([line.from]);
  let target = line.to;
  for (let state = stateAt(target, addresses); state !== 'open' && state !== 'unclear'; state = stateAt(target, addresses)) {
    const next = redirects.get(target)?.to;
    // Circles are told by the file itself.
    if (passed.has(target)) return [];
    if (next === undefined) return [redirectLost(line, target)];
    passed.add(target);
    target = next;
  }
  return [];
}

function stateAt(path: string, addresses: OpenAddresses): AddressState | undefined {
  const address = parseSharedPath(path);
  return address && addresses.stateOf(address);
}

function addressLost(address: string, line: number, state: AddressState | undefined): Problem {
  const now: Bilingual =
    state === 'draft' ? { zh: '现在是草稿', en: 'is a draft now' } : state === 'scheduled' ? { zh: '发布时间改到了将来', en: 'is to be published in the future now' } : { zh: '已经不存在', en: 'is gone' };
  return contentProblem(
    registerFile,
    { line, column: 1 },
    'address-lost',
    { zh: `发布过的网址 ${address} ${now.zh}，别人的链接会失效`, en: `The address ${address}, which was published, ${now.en}: links to it are dead` },
    state === undefined
      ? {
          zh: `改了名字或换了期，就在 ${redirectsFile} 里写一行“${address} 新网址”；撤下的放回原来的文件，写 status: withdrawn`,
          en: `If it was renamed or moved, add the line "${address} NEW-ADDRESS" to ${redirectsFile}; if it was taken down, put the file back with status: withdrawn`,
        }
      : { zh: '要撤下就写 status: withdrawn 和 withdrawal；不撤就改回来', en: 'Write status: withdrawn with a withdrawal to take it down, or change it back' },
  );
}

function addressesUnrecorded(missing: readonly string[]): Problem {
  const named = missing.slice(0, mostNamed).join('、') + (missing.length > mostNamed ? ' ……' : '');
  return contentProblem(
    registerFile,
    start,
    'address-unrecorded',
    { zh: `有 ${missing.length} 个已发布的网址没有登记：${named}`, en: `${missing.length} published ${missing.length === 1 ? 'address is' : 'addresses are'} not recorded: ${named.replaceAll('、', ', ')}` },
    { zh: '运行 npm run desk -- record', en: 'Run npm run desk -- record' },
    'warning',
  );
}

function redirectIdle({ from, at }: RedirectLine): Problem {
  return contentProblem(
    redirectsFile,
    at,
    'redirect-idle',
    { zh: `${from} 上还有内容，这一行不起作用`, en: `Something stands at ${from}, so this line does nothing` },
    { zh: '删去这一行；要跳转就先移走那里的文件', en: 'Remove the line; or first move away the file that stands there' },
    'warning',
  );
}

function redirectLost({ to, atTarget }: RedirectLine, target: string): Problem {
  const way = target === to ? to : `${to} → ${target}`;
  return contentProblem(
    redirectsFile,
    atTarget,
    'redirect-lost',
    { zh: `要去的 ${way} 不存在或者还没有发布，读者看到的是“找不到”`, en: `There is no ${way}, or it is not published yet: readers are told that nothing was found` },
    { zh: '改成有内容的网址，如它那一期，或者 /', en: 'Lead to something that exists, such as its issue, or /' },
    'warning',
  );
}
