export * from '../../language/syntax-tree';
