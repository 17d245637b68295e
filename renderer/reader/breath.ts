/** Milliseconds of work after which the window answers and paints; a person notices from some 100 on. */
const WORK = 12;

/** Long work in pieces: `if (breath.due()) await breath.take();` between two of them. */
export class Breath {
  #since = performance.now();

  due(): boolean {
    return performance.now() - this.#since > WORK;
  }

  async take(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
