/** Addresses that exist in a preview and nowhere else. No language begins so, so that they are nobody's page. */
export const styleAddress = '/preview/preview.css';
export const scriptAddress = '/preview/reload.js';
/** Streams of events: `?page=<path>&version=<version>`. */
export const changesAddress = '/preview/changes';
