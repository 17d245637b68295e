/** Answers one input line; the dispatcher copies `id` and keeps the order. */
export type Predictor = (input: Record<string, unknown>) => Promise<object> | object;

/**
 * The answer to one line of input. A line that fails, whatever the fault, answers with its `id` and the cause in
 * words, so that the lines behind it are answered too. The `id` is null where the line is no JSON object.
 */
export async function answerLine(predict: Predictor, line: string): Promise<Record<string, unknown>> {
  let id: unknown = null;
  try {
    const input: unknown = JSON.parse(line);
    if (!isObject(input)) throw new Error('The line is not a JSON object.');
    id = input.id ?? null;
    return { id, ...(await predict(input)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
