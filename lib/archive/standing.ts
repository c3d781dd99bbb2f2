/** The part of a made-up archive that is the same in each: who publishes it, and its standing pages. */

export interface StandingFile {
  /** Folder within content/, empty for the top. */
  readonly place: string;
  readonly name: string;
  readonly content: string;
}

export const standingFiles: readonly StandingFile[] = [
  {
    place: '',
    name: 'site.md',
    content: `---
name: 示例新闻中心
organisation: 示例园区管理处
place: 示例园区
parent:
  label: 返回管理处首页
  address: https://example.com/
description: 一个虚构园区的新闻中心，全部内容由程序生成。
contact:
  email: editor@example.com
footer: [about]
---
`,
  },
  {
    place: '',
    name: 'site.en.md',
    content: `---
name: Example News Centre
organisation: Example Park Office
place: Example Park
parent:
  label: Back to the Office
description: The news centre of a fictional park; a program wrote everything in it.
---
`,
  },
  {
    place: '',
    name: 'site.ja.md',
    content: `---
name: 示例ニュースセンター
organisation: 示例園区管理処
place: 示例園区
parent:
  label: 管理処のトップへ戻る
description: 架空の園区のニュースセンター。内容はすべてプログラムによる。
---
`,
  },
  {
    place: 'pages',
    name: 'about.md',
    content: `---
title: 关于本站
---

这里的每一篇文章都由程序生成，用来演示和测量。示例园区并不存在。
`,
  },
  {
    place: 'pages',
    name: 'about.en.md',
    content: `---
title: About this site
---

A program wrote every article here, for showing and measuring. Example Park does not exist.
`,
  },
  {
    place: 'pages',
    name: 'about.ja.md',
    content: `---
title: このサイトについて
---

ここの記事はすべて、実演と計測のためにプログラムが書いたものです。示例園区は実在しません。
`,
  },
];
