import type { Block, Mark, Range } from '../../electron/contract';
import { type Decoration, type Segment, segmentsOf } from './decoration';
import { RangeCursor } from './range-cursor';
import type { TextRuns } from './text-run';

const elementOfMark = {
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
} as const;

/** Builds the elements of one block's text and tells `runs` where each piece stands. */
export class BlockText {
  private readonly marks: RangeCursor<Mark>;
  private readonly decorations: RangeCursor<Decoration>;

  constructor(
    private readonly block: Block,
    decorations: readonly Decoration[],
    private readonly runs: TextRuns,
  ) {
    this.marks = new RangeCursor(block.marks);
    this.decorations = new RangeCursor(decorations);
  }

  /** Appends the text of `range` to `parent`, marks and decorations nested around it. */
  append(parent: HTMLElement, range: Range): void {
    const segments = segmentsOf(this.marks.touching(range), this.decorations.touching(range), range);
    let open: { key: object; element: HTMLElement }[] = [];
    for (const segment of segments) {
      const wanted = wrappersOf(segment);
      let shared = 0;
      while (shared < open.length && open[shared]?.key === wanted[shared]) shared += 1;
      open = open.slice(0, shared);
      for (const key of wanted.slice(shared)) {
        const element = elementOf(key);
        (open.at(-1)?.element ?? parent).append(element);
        open.push({ key, element });
      }
      this.appendText(open.at(-1)?.element ?? parent, segment);
    }
  }

  private appendText(parent: HTMLElement, { start, end }: Range): void {
    const node = document.createTextNode(this.block.text.slice(start, end));
    this.runs.add(this.block.id, start, node);
    parent.append(node);
  }
}

/** Longer ones outside, so that a wrapper that spans several segments stays one element. */
function wrappersOf(segment: Segment): (Mark | Decoration)[] {
  return [...segment.marks, ...segment.decorations].sort(
    (a, b) => a.start - b.start || b.end - a.end || Number('entity' in a) - Number('entity' in b),
  );
}

function elementOf(wrapper: Mark | Decoration): HTMLElement {
  switch (wrapper.kind) {
    case 'mention': {
      const element = document.createElement('span');
      element.className = `mention ${wrapper.type}`;
      element.dataset.mention = wrapper.id;
      element.dataset.entity = wrapper.entity;
      return element;
    }
    case 'time': {
      const element = document.createElement('span');
      element.className = wrapper.dates ? 'time' : 'time loose';
      element.dataset.expression = wrapper.id;
      return element;
    }
    case 'reference': {
      const element = document.createElement('span');
      element.className = 'reference';
      element.dataset.reference = wrapper.id;
      element.dataset.entity = wrapper.entity;
      element.title = wrapper.name;
      return element;
    }
    case 'quotation': {
      const element = document.createElement('span');
      element.className = 'quotation';
      element.dataset.statement = wrapper.id;
      if (wrapper.speaker) element.title = `Said by ${wrapper.speaker}`;
      return element;
    }
    case 'link':
      return linkElement(wrapper.href);
    case 'noteReference': {
      const element = document.createElement('a');
      element.className = 'note-reference';
      element.href = `#${wrapper.target}`;
      element.dataset.note = wrapper.target;
      return element;
    }
    case 'language': {
      const element = document.createElement('span');
      element.lang = wrapper.lang;
      if (wrapper.dir) element.dir = wrapper.dir;
      return element;
    }
    default:
      return document.createElement(elementOfMark[wrapper.kind]);
  }
}

/** Not an anchor with an address: nothing in the window can leave it without a question. */
function linkElement(href: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'link';
  element.role = 'link';
  element.tabIndex = 0;
  element.title = href;
  element.dataset.href = href;
  return element;
}
