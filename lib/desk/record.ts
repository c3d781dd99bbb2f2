/** `desk record`: writes every published address that is not there yet into the register (content/addresses.txt). Nothing is taken out. */
import path from 'node:path';
import { collectAddresses, type AddressedFile } from '@/lib/content/open-addresses';
import { parsePlace } from '@/lib/content/place';
import { loadContentFile } from '@/lib/content/reading';
import { extendRegister, readRegister, registerFile } from '@/lib/content/register';
import { eachLimited, scanTree } from '@/lib/content/scan';
import { chinaTime } from '@/lib/locale/dates';
import { originalLocale } from '@/lib/locale/locales';
import { bothTongues } from '@/lib/problem';
import type { Call, Command, Desk, ExitCode } from './command';
import { saveFiles } from './import/saving';

export const recordCommand: Command = {
  name: 'record',
  summary: { zh: '把已发布的网址登记进 addresses.txt，以后丢了 check 会发现', en: 'Record published addresses in addresses.txt, so that check finds what is lost' },
  words: '',
  wordCount: { least: 0, most: 0 },
  flags: {
    'dry-run': { summary: { zh: '只列出要登记的网址，不写文件', en: 'List what would be recorded and write nothing' } },
  },
  details: [
    { zh: '只增不减：登记过的网址要一直打得开，或者跳转，或者写明撤回。草稿和还没到时间的文章不登记。', en: 'Addresses are only added: what is recorded has to go on working, by itself, by a redirect or with a withdrawal. Drafts and scheduled articles are not recorded.' },
    { zh: '第一次运行就开始登记；没有登记簿，check 不管网址是否丢失。', en: 'The first run begins the register; without one, check does not ask whether addresses are lost.' },
  ],
  run: runRecord,
};

/** Names of more would only scroll by. */
const mostTold = 20;

async function runRecord(call: Call, desk: Desk): Promise<ExitCode> {
  const { content } = desk.environment;
  const register = await readRegister(content);
  const [trouble] = register?.problems ?? [];
  if (trouble) {
    desk.err(`${registerFile}:${trouble.line} ${bothTongues(trouble.message)}\n先改好再登记。 / Mend it first.\n`);
    return 1;
  }
  const added = (await listOpenAddresses(content)).filter((address) => !register?.lines.has(address)).sort();
  const isTrial = call.has('dry-run');
  if (added.length > 0 && !isTrial) await saveFiles(content, [{ name: registerFile, bytes: Buffer.from(extendRegister(register, added)) }], true);
  desk.out(added.slice(0, mostTold).map((address) => `${address}\n`).join('') + (added.length > mostTold ? '……\n' : ''));
  desk.out(isTrial ? `要登记 ${added.length} 个网址；没有写文件。 / ${added.length} to record; no file was written.\n` : `登记了 ${added.length} 个网址。 / Recorded ${added.length}.\n`);
  return 0;
}

/** Addresses that readers can open now, as all languages share them. A file with an error has none yet. */
async function listOpenAddresses(content: string): Promise<readonly string[]> {
  const files: AddressedFile[] = [];
  for (const { folder, files: found } of scanTree(content, '')) {
    await eachLimited([...found], async ([name, { size }]) => {
      const place = parsePlace((folder === '' ? name : `${folder}/${name}`).normalize('NFC'));
      if (!place || !('locale' in place) || place.locale !== originalLocale) return;
      const reading = (await loadContentFile(place, { disk: path.join(content, folder, name), size }))?.reading;
      if (reading?.text) files.push({ place, outline: reading.outline });
    });
  }
  return collectAddresses(files, chinaTime(new Date())).open;
}
