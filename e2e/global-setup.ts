/** Starts the two portals every spec reads: the fictional archive, and the portal's real content. */
import { openPortal } from './portal';

export default async function startPortals(): Promise<() => Promise<void>> {
  // One after the other: the first may have to build.
  const fictional = await openPortal('e2e/content');
  const real = await openPortal('content');
  process.env['E2E_ORIGIN'] = fictional.origin;
  process.env['E2E_REAL_ORIGIN'] = real.origin;
  return async () => {
    await Promise.all([fictional.stop(), real.stop()]);
  };
}
