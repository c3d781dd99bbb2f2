/** content/site.md: who publishes, and the marks a government page carries. Every mark is optional and shown only when filled. */
import type { Locale } from '@/lib/locale/locales';

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
  };
  /** Standing pages named in the footer, in this order. */
  readonly footer: readonly { readonly slug: string; readonly title: string }[];
}
