/**
 * How Next.js composes: server-rendered HTML only. Everything it would do on the wire (compression, ETags, image sizes, redirects,
 * caching) is switched off, because the press (lib/press) does that. The reader script is bundled here so that `next build` and
 * `next dev` bake its hashed address into the pages.
 */
import { fileURLToPath } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js';

/**
 * @param {string} phase
 * @returns {Promise<import('next').NextConfig>}
 */
export default async function configure(phase) {
  return {
    ...(await readerScript(phase)),
    // Every reader and robot gets the same bytes, with the metadata in <head> and not streamed behind the body.
    htmlLimitedBots: /.*/,
    serverExternalPackages: ['libsql', 'sharp', 'opencc-js'],
    images: { unoptimized: true },
    // `npm run types` checks the whole house once; a slip in a test must not keep the portal from starting.
    typescript: { ignoreBuildErrors: true },
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

/**
 * The address of the reader script, for pages to name; a running portal has it built in and bundles nothing.
 * @param {string} phase
 */
async function readerScript(phase) {
  if (phase !== PHASE_PRODUCTION_BUILD && phase !== PHASE_DEVELOPMENT_SERVER) return {};
  const { bundleOffline, bundleReader, bundleRecordingStyle, bundleSearch, bundleWorker } = await import('./lib/reader/bundle.mjs');
  await bundleWorker();
  return { env: { PORTAL_READER_SCRIPT: await bundleReader(), PORTAL_SEARCH_SCRIPT: await bundleSearch(), PORTAL_OFFLINE_SCRIPT: await bundleOffline(), PORTAL_RECORDING_STYLE: await bundleRecordingStyle() } };
}
