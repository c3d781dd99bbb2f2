/**
 * Rule `advertisement`: the text is an advertisement from end to end. There is nothing in it to be saved, so it is never cleaned.
 * Told from a hijacked article by how many of its sentences advertise, and from a police report by whom it speaks to.
 */
import { findBrandRuns } from './brand-run';
import { listWords } from './brand-words';
import { excerpt, type Finding, type HijackRule } from './finding';
import { fold } from './fold';

/** Words that woo. */
const wooing = /优惠|注册|送|首存|返水|红利|彩金|客服|玩家|会员|体验|下载|登录|官网|网址|信誉|刺激|大奖|爆奖|出款|提款|充值|点击|立即|免费|在线观看|加微|联系方式|欢迎|娱乐体验|下注|投注|秒到|稳赢|必赢|内幕|带单/;
/** Words that warn, judge or report. */
const warning = /打击|涉嫌|诈骗|警方|公安|民警|查处|捣毁|犯罪|判处|非法|取缔|嫌疑|反诈|整治|违法|案件|检察|法院|警惕|谨防|切勿|受害/;

function findAdvertisement(text: string): Finding[] {
  if (text.trim().length < 30 || countWords(fold(text).text).games === 0) return [];
  const sentences = text.split(/[。！？!?\n]+/).filter((sentence) => sentence.trim().length >= 4);
  const length = sentences.join('').length;
  const loud = sentences.filter(advertises);
  const share = loud.join('').length / Math.max(1, length);
  if (loud.length < Math.min(2, sentences.length) || share < 0.5 || loud.length === 0) return [];
  const wholeText = text.trimEnd();
  return [
    {
      rule: 'advertisement',
      confidence: share >= 0.7 ? 0.99 : 0.9,
      start: 0,
      end: wholeText.length,
      evidence: excerpt(loud[0] ?? ''),
      reason: { zh: `${sentences.length} 句里有 ${loud.length} 句是广告，整篇不可用`, en: `${loud.length} of ${sentences.length} sentences advertise; nothing of it can be used` },
    },
  ];
}

function advertises(sentence: string): boolean {
  if (warning.test(sentence)) return false;
  const folded = fold(sentence);
  if (findBrandRuns(folded).some(({ confidence }) => confidence >= 0.7)) return wooing.test(folded.text) || folded.text.length < 60;
  const { games, others } = countWords(folded.text);
  return wooing.test(folded.text) && (games >= 2 || (games >= 1 && others >= 1));
}

function countWords(text: string): { readonly games: number; readonly others: number } {
  let [games, others] = [0, 0];
  for (const { kind } of listWords(text)) {
    if (kind === 'brand' || kind === 'sure' || kind === 'hard' || kind === 'game' || kind === 'porn' || kind === 'proxy') games += 1;
    if (kind === 'soft' || kind === 'name') others += 1;
  }
  return { games, others };
}

export const advertisement: HijackRule = {
  name: 'advertisement',
  summary: { zh: '从头到尾是广告：拒绝，不清洗。', en: 'An advertisement from end to end: refused, not cleaned.' },
  find: findAdvertisement,
};
