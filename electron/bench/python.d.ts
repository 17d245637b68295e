/** Scripts that a benchmark hands to an interpreter, bundled as text. */
declare module '*.py' {
  const source: string;
  export default source;
}
