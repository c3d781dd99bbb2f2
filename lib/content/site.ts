/** content/site.md: who publishes, and the marks a government page carries. Every mark is optional and shown only when filled. */
import { z } from 'zod';
import type { Locale } from '@/lib/locale/locales';
import { slugPattern } from '@/lib/routes';
import type { Claim, Parsed } from './claim';
import { start } from './content-problem';
import type { TextDocument } from './document';
import { closed, secureAddress, text, texts, textsByName, translatedInto, webAddress, type FieldTrouble } from './fields';
import { parseFrontMatter } from './front-matter';

export interface Site {
  readonly shownLocale: Locale;
  /** The portal's name: 新闻中心. */
  readonly name: string;
  /** Who publishes it: 苏州工业园区管理委员会. */
  readonly organisation: string;
  /** The name a text uses for the place, which hijackers replace: 苏州工业园区. */
  readonly place: string;
  /** The organisation's own site: the way back. `label` is 返回管委会首页. */
  readonly parent?: { readonly label: string; readonly address: string };
  readonly description?: string;
  readonly contact?: { readonly email?: string; readonly telephone?: string; readonly address?: string };
  readonly marks: {
    /** ICP备案编号. */
    readonly icp?: string;
    /** 公安备案号. */
    readonly police?: string;
    /** 网站标识码: `^(bm\d{8}|\d{10})$`. */
    readonly siteCode?: string;
    /** 党政机关网站标识: the address of the organisation's entry in the register of party and government sites. */
    readonly identity?: string;
    /** 政府网站找错: the address at which readers report what is wrong on the site. */
    readonly report?: string;
  };
  /** Hosts that readers are taken to without being asked, with everything below them. */
  readonly friends: readonly string[];
  /** Absolute, over HTTPS: where programs have themselves told of what is new in the feeds (W3C WebSub). */
  readonly hub?: string;
  /** Standing pages named in the footer, in this order. */
  readonly footer: readonly { readonly slug: string; readonly title: string; readonly shownLocale: Locale }[];
}

const siteCodeTrouble: FieldTrouble = { rule: 'wrong-type', zh: '网站标识码是 10 位数字，或 bm 加 8 位数字', en: 'A site code is ten digits, or bm and eight digits' };
const hostTrouble: FieldTrouble = { rule: 'wrong-type', zh: '写网站的域名，小写，不带 https://，例如 example.com', en: 'Write the name of the host in lower case, without https://, such as example.com' };
const slugTrouble: FieldTrouble = { rule: 'bad-slug', zh: '写 pages/ 里的文件名，不带 .md，例如 about', en: 'Write the name of a file in pages/ without .md, such as about' };

const originalSchema = closed({
  name: text,
  organisation: text,
  place: text,
  parent: closed({ label: text, address: webAddress }).optional(),
  description: text.optional(),
  contact: closed({ email: text.optional(), telephone: text.optional(), address: text.optional() }).optional(),
  marks: closed({
    icp: text.optional(),
    police: text.optional(),
    siteCode: z.string().refine((code) => /^(?:bm\d{8}|\d{10})$/.test(code), { params: { ...siteCodeTrouble } }).optional(),
    identity: webAddress.optional(),
    report: webAddress.optional(),
  }).optional(),
  friends: z.array(z.string().refine((host) => /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(host), { params: { ...hostTrouble } })).optional(),
  hub: secureAddress.optional(),
  footer: z.array(z.string().refine((slug) => slugPattern.test(slug), { params: { ...slugTrouble } })).optional(),
  protected: texts.optional(),
  names: textsByName.optional(),
  translations: translatedInto.optional(),
});

const translationSchema = closed({
  name: text,
  organisation: text,
  place: text,
  parent: closed({ label: text }).optional(),
  description: text.optional(),
  contact: closed({ address: text.optional() }).optional(),
  names: textsByName.optional(),
});

export type SiteSource = z.infer<typeof originalSchema>;
export type SiteTranslation = z.infer<typeof translationSchema>;

const factKeys = Object.keys(originalSchema.shape).filter((key) => !(key in translationSchema.shape));

export function parseSite(document: TextDocument): Parsed<SiteSource> {
  const { data, problems } = parseFrontMatter(document, originalSchema);
  const footer = document.valueAt(['footer']);
  const claims = (Array.isArray(footer) ? footer : []).flatMap((slug: unknown, place): Claim[] =>
    typeof slug === 'string' && slugPattern.test(slug) ? [{ kind: 'page', slug, at: document.placeOfValue(['footer', place]) }] : [],
  );
  return { ...(data && { data }), problems, claims, outline: {} };
}

export function parseSiteTranslation(document: TextDocument): Parsed<SiteTranslation> {
  const { data, problems } = parseFrontMatter(document, translationSchema, { factKeys });
  return { ...(data && { data }), problems, claims: [{ kind: 'original', at: start }] };
}
