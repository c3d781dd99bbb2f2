/**
 * How Next.js composes: server-rendered HTML only. Everything it would do on the wire (compression, ETags, image sizes, redirects,
 * caching) is switched off, because the press (lib/press) does that. The reader script is bundled here so that `next build` and
 * `next dev` bake its hashed address into the pages.
 */
import { fileURLToPath } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import { bundleReader } from './lib/reader/bundle.mjs';

/**
 * @param {string} phase
 * @returns {Promise<import('next').NextConfig>}
 */
export default async function configure(phase) {
  const composes = phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER;
  return {
    ...(composes ? { env: { PORTAL_READER_SCRIPT: await bundleReader() } } : {}),
    // Every reader and robot gets the same bytes, with the metadata in <head> and not streamed behind the body.
    htmlLimitedBots: /.*/,
    serverExternalPackages: ['libsql', 'sharp', 'opencc-js'],
    images: { unoptimized: true },
    compress: false,
    generateEtags: false,
    poweredByHeader: false,
    skipTrailingSlashRedirect: true,
    // Finished pages live on the press's shelf and nowhere else.
    cacheMaxMemorySize: 0,
    experimental: { isrFlushToDisk: false },
    devIndicators: false,
    agentRules: false,
    turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  };
}
