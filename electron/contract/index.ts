export * from './analysis';
export * from './article';
export * from './calls';
export * from './entities';
export * from './errors';
export * from './settings';
export * from './text';
export * from './timeline';
