/** The reading aids: fetched by aids-loader.ts when a reader wants one of them. */
export { readAloud } from './aloud';
export { showRuler } from './ruler';
