/**
 * The worker's way into the browser. Trusted Types guard what is registered; the one policy that the portal's headers allow knows one
 * address, whatever it is asked for, and makes no markup and no script. It is registered when the first issue is saved, and goes with the last.
 */

/** lib/routes.ts has it too. */
const address = '/offline.js';

interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(text: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyMaker;
  }
}

let trusted: string | undefined;

/** Ends when the worker answers for the portal. @throws Error where the browser refuses it. */
export async function registerWorker(): Promise<void> {
  // To the compiler the trusted address is a text; browsers know better.
  trusted ??= window.trustedTypes ? window.trustedTypes.createPolicy('offline-worker', { createScriptURL: () => address }).createScriptURL('') : address;
  await navigator.serviceWorker.register(trusted, { scope: '/', updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
}

export async function unregisterWorker(): Promise<void> {
  await (await navigator.serviceWorker.getRegistration('/'))?.unregister();
}
