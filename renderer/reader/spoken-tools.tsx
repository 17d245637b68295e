import { useEffect, useRef } from 'preact/hooks';
import { chooseEntity, entitiesById } from '../state/choice';
import { closeSpokenTools, type Spoken, spokenTools, waysToPutRight } from '../state/spoken';
import { SpokenForm } from '../ui/spoken-form';
import { besideWords } from './beside-words';

/** A small bar at words that mean somebody or that somebody says: who it is, and how to put that right. */
export function SpokenTools() {
  const open = spokenTools.value;
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (!bar.current?.contains(target as Node)) closeSpokenTools();
    };
    document.addEventListener('pointerdown', onPress);
    document.querySelector('.scroller')?.addEventListener('scroll', closeSpokenTools);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.querySelector('.scroller')?.removeEventListener('scroll', closeSpokenTools);
    };
  }, []);
  if (!open) return null;
  const { spoken, box } = open;
  return (
    <section
      class="spoken-tools"
      aria-label={spoken.kind === 'reference' ? 'Whom the words mean' : 'Who says it'}
      ref={(element) => {
        bar.current = element;
        if (element) besideWords(element, box);
      }}
    >
      <Now spoken={spoken} />
      <SpokenForm
        ways={waysToPutRight(spoken)}
        label={
          spoken.entity || spoken.speaker
            ? 'Somebody else'
            : spoken.kind === 'reference'
              ? 'They mean'
              : 'Said by'
        }
        onCancel={closeSpokenTools}
        keepFocus={spoken.entity !== null || spoken.kind === 'statement'}
      />
    </section>
  );
}

/** What Dateline takes the words for. */
function Now({ spoken }: { spoken: Spoken }) {
  const entity = entitiesById.value.get(spoken.entity ?? '');
  const words = spoken.kind === 'reference' ? `“${spoken.anchor.quote.exact}” means` : 'Said by';
  if (!entity) {
    if (spoken.kind === 'reference') return <p>{words} nobody named here</p>;
    return <p>{spoken.speaker ? `${words} ${spoken.speaker}` : 'Nobody is named as its speaker'}</p>;
  }
  return (
    <p>
      {words}{' '}
      <button type="button" class="plain" onClick={() => chooseEntity(entity.id)}>
        {entity.name}
      </button>
    </p>
  );
}
