import { chromium } from 'playwright/test';
import fs from 'node:fs';
const jobs = JSON.parse(fs.readFileSync('/tmp/look-s/jobs.json', 'utf8')) as { n: string; u: string; w: number; h?: number; theme?: string; size?: string; full?: boolean; scheme?: 'dark' | 'light' }[];
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const j of jobs) {
  const c = await b.newContext({ viewport: { width: j.w, height: j.h ?? 900 }, colorScheme: j.scheme ?? 'light', reducedMotion: 'reduce', locale: 'zh-CN' });
  const p = await c.newPage();
  await p.goto(j.u);
  await p.evaluate(({ theme, size }) => { if (theme) document.documentElement.dataset.theme = theme; if (size) document.documentElement.dataset.textSize = size; }, { theme: j.theme, size: j.size });
  await p.evaluate(async () => { for (let y = 0; y < document.body.scrollHeight; y += 800) { scrollTo(0, y); await new Promise((r) => setTimeout(r, 30)); } scrollTo(0, 0); });
  await p.waitForTimeout(100);
  await p.screenshot({ path: `/tmp/look-s/${j.n}.png`, fullPage: j.full ?? true });
  await c.close();
}
await b.close();
