import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugPattern } from '@/lib/routes';
import { slugOf } from './slug';

test('a headline becomes an address', () => {
  const cases: readonly (readonly [headline: string, slug: string | undefined])[] = [
    ['敢为、敢闯、敢干、敢首创', 'gan-wei-gan-chuang'],
    ['春天来了', 'chun-tian-lai-le'],
    ['示例园区召开高质量发展大会', 'shi-li-yuan-qu-zhao-kai-gao-zhi-liang-fa'],
    ['重庆银行：行长长大了', 'chong-qing-yin-hang'],
    ['绿色女儿节', 'lv-se-nv-er-jie'],
    ['2023年“一号工程”启动', '2023-nian-yi-hao-gong-cheng'],
    ['ＡＩ+制造：新赛道', 'ai-zhi-zao-xin-sai-dao'],
    ['Café Zürich opens today at noon', 'cafe-zurich-opens-today'],
    ['会', 'hui'],
    ['？！', undefined],
    ['', undefined],
  ];
  for (const [headline, slug] of cases) {
    assert.equal(slugOf(headline), slug, headline);
    if (slug !== undefined) assert.match(slug, slugPattern);
  }
});
