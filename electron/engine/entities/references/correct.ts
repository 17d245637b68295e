import type {
  Anchor,
  Correction,
  CorrectionChange,
  Entity,
  EntityKey,
  Reference,
  Statement,
  TextSpan,
} from '../../../contract';
import { locateAnchor } from '../../anchors/locate-anchor';
import type { ParsedBlock, ReferenceResult } from '../../stages';

type Change<K extends CorrectionChange['kind']> = Extract<CorrectionChange, { kind: K }>;

export const ABOUT_REFERENCES: ReadonlySet<CorrectionChange['kind']> = new Set([
  'setReference',
  'setSpeaker',
  'hideStatement',
]);

/**
 * Applies what a person changed about references and statements, in order; later ones win. Pure: undo is to leave the
 * last one out. A speaker follows the reference that its words are. `unapplied` names the corrections whose words or
 * entity are gone.
 */
export function applyReferenceCorrections(
  found: ReferenceResult,
  blocks: readonly ParsedBlock[],
  entities: readonly Entity[],
  corrections: readonly Correction[],
): ReferenceResult & { unapplied: string[] } {
  const draft = new ReferenceDraft(found, blocks, entities);
  const unapplied = corrections
    .filter(({ change }) => ABOUT_REFERENCES.has(change.kind) && !draft.apply(change))
    .map(({ id }) => id);
  return { references: draft.references, statements: draft.statements, unapplied };
}

class ReferenceDraft {
  references: Reference[];
  statements: Statement[];
  readonly #texts: { id: string; text: string }[];

  constructor(
    found: ReferenceResult,
    blocks: readonly ParsedBlock[],
    private readonly entities: readonly Entity[],
  ) {
    this.references = found.references;
    this.statements = found.statements;
    this.#texts = blocks.map(({ id, parsed }) => ({ id, text: parsed.text }));
  }

  /** @returns false when nothing was found to change */
  apply(change: CorrectionChange): boolean {
    if (change.kind === 'setReference') return this.#setReference(change);
    if (change.kind === 'setSpeaker') return this.#setSpeaker(change);
    return change.kind === 'hideStatement' && this.#hideStatement(change);
  }

  #setReference({ reference, entity }: Change<'setReference'>): boolean {
    const span = this.#locate(reference);
    const meant = this.#entityOf(entity);
    if (!span || meant === undefined) return false;
    const others = this.references.filter((other) => !overlap(other.span, span));
    const last = this.references.find((other) => overlap(other.span, span));
    if (meant !== null) others.push(this.#reference(span, meant, last));
    this.references = others.sort(
      (a, b) => this.#order(a.span) - this.#order(b.span) || a.span.start - b.span.start,
    );
    this.statements = this.statements.map((statement) =>
      statement.speaker && overlap(statement.speaker.span, span)
        ? { ...statement, speaker: { ...statement.speaker, entity: meant }, corrected: true }
        : statement,
    );
    return true;
  }

  #reference(span: TextSpan, entity: string, last: Reference | undefined): Reference {
    const text = this.#texts.find(({ id }) => id === span.block)!.text.slice(span.start, span.end);
    const known = { id: last?.id ?? this.#freeId(), kind: last?.kind ?? ('pronoun' as const) };
    return { ...known, span, text, entity, confidence: 1, corrected: true };
  }

  #freeId(): string {
    const taken = new Set(this.references.map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`r${number}`)) number++;
    return `r${number}`;
  }

  #setSpeaker({ statement, entity }: Change<'setSpeaker'>): boolean {
    const found = this.#statementAt(statement);
    const meant = this.#entityOf(entity);
    if (!found || meant === undefined) return false;
    const speaker = found.speaker ? { ...found.speaker, entity: meant } : this.#speakerOf(found, meant);
    this.#replace(found, { ...found, speaker, corrected: true });
    return true;
  }

  /** A speaker for a statement whose words name none: the name stands for it, at the statement's own place. */
  #speakerOf({ content }: Statement, entity: string | null): Statement['speaker'] {
    const named = this.entities.find(({ id }) => id === entity);
    return named ? { span: content[0]!, text: named.name, entity } : null;
  }

  #hideStatement({ statement }: Change<'hideStatement'>): boolean {
    const found = this.#statementAt(statement);
    if (found) this.statements = this.statements.filter((other) => other !== found);
    return found !== undefined;
  }

  #replace(before: Statement, after: Statement): void {
    this.statements = this.statements.map((other) => (other === before ? after : other));
  }

  #statementAt(anchor: Anchor): Statement | undefined {
    const span = this.#locate(anchor);
    return span ? this.statements.find(({ content }) => overlap(content[0]!, span)) : undefined;
  }

  #locate(anchor: Anchor): TextSpan | null {
    return locateAnchor(anchor, this.#texts)?.span ?? null;
  }

  /** Id of the entity; null for none; undefined when the article has no such entity. */
  #entityOf(key: EntityKey | null): string | null | undefined {
    if (key === null) return null;
    return this.entities.find(({ name, type }) => name === key.name && type === key.type)?.id;
  }

  #order({ block }: TextSpan): number {
    return this.#texts.findIndex(({ id }) => id === block);
  }
}

const overlap = (a: TextSpan, b: TextSpan): boolean =>
  a.block === b.block && a.start < b.end && b.start < a.end;
