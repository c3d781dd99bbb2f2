/**
 * Every address of the portal, one function each, and the way back from a path to what it means.
 * Nobody else joins or takes apart an address.
 */
export * from './routes/files';
export * from './routes/pages';
export * from './routes/wire';
