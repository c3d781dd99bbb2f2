/**
 * Rule `spam-brand`: the name of a gambling, pornography or proxy site in a text that is not about it.
 * Where the brand stands in the place of the institution's own name, and only then, the name can be put back: see `standsForPlace`.
 */
import { findBrandRuns, type BrandRun } from './brand-run';
import { excerpt, type Finding, type HijackContext, type HijackRule, type Words } from './finding';
import { fold, type Folded } from './fold';

/** What an institution does in the news: the brand before it stands where the subject must stand. */
const deeds =
  /^(?:党工委|管委会|党委|政府|纪检|公安|法院|检察院|组织部|宣传部|召开|举行|举办|印发|发布|启动|开展|推进|出台|组织|部署|传达|学习|印制|成立|获评|获得|荣获|入选|上榜|实现|完成|加快|深化|打造|建设|建成|迎来|签约|新增|累计|全面|持续|坚持|聚焦|紧扣|着力|大力|积极|全力|将|正式|率先|首个|首批|各级|各部门|干部|全区|辖区|企业|社区|学校)/;
/** What stands before a subject: the beginning, a stop, a time word. */
const subjectPlace = /(?:^|[，。；：、！？,.;:!?（(“‘"「\n]|[日天年月午晚早]|近日|日前|目前|当前|此前|为此|其中|由|在|自)$/;

function findSpamBrands(text: string, context: HijackContext): Finding[] {
  const folded = fold(text);
  return findBrandRuns(folded).map((run) => {
    const [start, end] = [folded.start(run.start), folded.end(run.end - 1)];
    const place = run.confidence >= 0.9 ? standsForPlace(folded, run, text, start, end, context) : undefined;
    return {
      rule: 'spam-brand',
      confidence: run.confidence,
      start,
      end,
      evidence: excerpt(text.slice(start, end)),
      reason: place?.reason ?? { zh: `广告词连用：${run.words.map((word) => word.text).join('、')}`, en: 'advertising words in an unbroken row' },
      ...(place && { repair: place.name }),
    };
  });
}

/**
 * The place's name, when it is certain that the brand replaced it. All four must hold: the brand stands where a sentence's subject
 * stands; an institution's deed or organ follows; the article speaks of the place by its short name (园区 of 苏州工业园区); and the full
 * name, which such an article gives at least once, is nowhere in it.
 */
function standsForPlace(folded: Folded, run: BrandRun, text: string, start: number, end: number, { place }: HijackContext): { name: string; reason: Words } | undefined {
  if (!place) return undefined;
  const rest = text.slice(0, start) + text.slice(end);
  const shortName = Array.from(place).slice(-2).join('');
  const isSubject = subjectPlace.test(folded.text.slice(Math.max(0, run.start - 8), run.start).trimEnd());
  if (!isSubject || !deeds.test(folded.text.slice(run.end, run.end + 8)) || rest.includes(place)) return undefined;
  const uses = rest.split(shortName).length - 1;
  if (uses < 2) return undefined;
  const deed = deeds.exec(folded.text.slice(run.end, run.end + 8))?.[0] ?? '';
  return {
    name: place,
    reason: {
      zh: `博彩名称占据主语位置（其后是“${deed}”）；全文 ${uses} 次说“${shortName}”，却没有一次全称“${place}”`,
      en: `a gambling brand stands as the subject (before ${deed}); the text says ${shortName} ${uses} times and never the full name ${place}`,
    },
  };
}

export const spamBrand: HijackRule = {
  name: 'spam-brand',
  summary: {
    zh: '博彩、色情、翻墙网站的名称混入正文；占据机构名称位置且能确定原名的，可以恢复。',
    en: 'The name of a gambling, pornography or proxy site in the text; put right where it surely replaced the place’s name.',
  },
  find: findSpamBrands,
};
