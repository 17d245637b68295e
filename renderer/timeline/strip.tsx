import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { TimelineEvent } from '../../electron/contract';
import { chosenEntity, chosenEvent, goToEvent } from '../state/choice';
import { analysis } from '../state/current';
import { isDated, onlyChosenEntity, seenExtent, zoom } from '../state/timeline-list';
import { groupLabel, relativeLabel } from './strip-labels';
import { densityOf, readableLabels, stripLayout } from './strip-layout';

const HEIGHT = 46;
const LINE = 22;
/** More events than this are told by columns; single marks would hide each other. */
const CROWDED = 30;

/** The days of the article on one line: points, spans, and gaps that are cut short and marked. */
export function Strip() {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(320);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry) width.value = Math.max(120, entry.contentRect.width);
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const events = stripEvents();
  const relative = events.every((event) => event.time?.first === null);
  const layout = stripLayout(
    events.flatMap((event) => {
      const extent = seenExtent(event);
      return extent ? [{ id: event.id, first: extent[0], last: extent[1] }] : [];
    }),
    width.value,
  );
  const byId = new Map(events.map((event) => [event.id, event]));
  const crowded = events.length > CROWDED;
  const labelOf = relative ? relativeLabel : groupLabel;
  const labels = readableLabels(
    layout.groups.map((group) => ({ ...group, label: labelOf(group.first, group.last) })),
  );
  return (
    <div class="strip" ref={box}>
      <svg
        viewBox={`0 0 ${width.value} ${HEIGHT}`}
        width={width.value}
        height={HEIGHT}
        role="img"
        aria-label="Days"
      >
        <line x1="0" x2={width.value} y1={LINE} y2={LINE} class="axis" />
        {layout.breaks.map((x) => (
          <path key={x} d={`M${x - 3} ${LINE - 7}v14M${x + 3} ${LINE - 7}v14`} class="break" />
        ))}
        {crowded && <Density marks={layout.marks} />}
        {layout.marks.map((mark) => (
          <Mark key={mark.id} event={byId.get(mark.id)} x={mark.x} width={mark.width} crowded={crowded} />
        ))}
        {labels.map((group) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the list below does the same by keyboard
          <text
            key={group.first}
            x={group.labelX}
            y={HEIGHT - 2}
            text-anchor={group.anchor}
            onClick={() => {
              zoom.value = zoom.value ? null : [group.first, group.last];
            }}
          >
            {group.label}
          </text>
        ))}
      </svg>
    </div>
  );
}

function stripEvents(): TimelineEvent[] {
  const entity = onlyChosenEntity.value ? chosenEntity.value : null;
  const events = (analysis.value?.events ?? []).filter(
    (event) => isDated(event) && seenExtent(event) && (entity === null || event.entities.includes(entity)),
  );
  const stated = events.filter((event) => event.time?.first !== null);
  return stated.length > 0 ? stated : events;
}

/** Columns over the line, as high as much happens. */
function Density({ marks }: { marks: { id: string; x: number; width: number }[] }) {
  const columns = densityOf(marks).map(
    ({ x, share }) => `M${x} ${LINE}v${(-share * (LINE - 4)).toFixed(1)}h3V${LINE}z`,
  );
  return <path class="density" d={columns.join('')} />;
}

function Mark(props: { event: TimelineEvent | undefined; x: number; width: number; crowded: boolean }) {
  const { event, x, width, crowded } = props;
  if (!event) return null;
  const on = chosenEvent.value === event.id;
  const touched = chosenEntity.value !== null && event.entities.includes(chosenEntity.value);
  const names = [
    'mark',
    event.status,
    on && 'on',
    touched && 'touched',
    width > 10 && 'span',
    crowded && 'crowded',
  ];
  const size = (on ? 12 : 10) - (crowded ? 4 : 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the list below does the same by keyboard
    <rect
      class={names.filter(Boolean).join(' ')}
      x={x - Math.max(0, size - width) / 2}
      y={LINE - size / 2}
      width={Math.max(size, width)}
      height={size}
      rx={size / 2}
      onClick={() => goToEvent(event)}
    >
      <title>{event.headline}</title>
    </rect>
  );
}
