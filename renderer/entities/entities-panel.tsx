import { progress } from '../state/article';
import { analysis, article } from '../state/current';
import { type EntityGroup, groupCounts, groupFilter, nameFilter } from '../state/entity-list';
import { changeSettings, settings } from '../state/settings';
import { Chip } from '../ui/chip';
import { languageName } from '../ui/language';
import { EntityList } from './entity-list';

const groups: readonly [EntityGroup, string][] = [
  ['person', 'People'],
  ['place', 'Places'],
  ['organisation', 'Organisations'],
  ['other', 'Other'],
];

const orders = [
  ['count', 'Most mentioned'],
  ['name', 'By name'],
  ['article', 'As they appear'],
] as const;

/** Everybody and everything the article names. */
export function EntitiesPanel() {
  const all = analysis.value?.entities ?? [];
  return (
    <section class="panel entities" aria-labelledby="entities-title">
      <header>
        <h2 id="entities-title">Entities</h2>
        {all.length > 0 && <Tools />}
      </header>
      {all.length > 0 && <Groups total={all.length} />}
      {all.length > 0 ? <EntityList /> : <p class="none">{emptyWords()}</p>}
    </section>
  );
}

function Groups({ total }: { total: number }) {
  return (
    <fieldset class="chips groups">
      <legend class="unseen">Show</legend>
      <Chip on={groupFilter.value === null} onClick={() => showGroup(null)}>
        All {total.toLocaleString('en')}
      </Chip>
      {groups.map(
        ([group, label]) =>
          groupCounts.value[group] > 0 && (
            <Chip key={group} on={groupFilter.value === group} onClick={() => showGroup(group)} title={label}>
              {label === 'Organisations' ? 'Orgs' : label} {groupCounts.value[group].toLocaleString('en')}
            </Chip>
          ),
      )}
    </fieldset>
  );
}

function showGroup(group: EntityGroup | null): void {
  groupFilter.value = group;
}

function Tools() {
  return (
    <div class="panel-tools">
      <input
        type="search"
        placeholder="Filter names"
        aria-label="Filter names"
        value={nameFilter.value}
        onInput={(event) => {
          nameFilter.value = event.currentTarget.value;
        }}
      />
      <select
        aria-label="Order"
        value={settings.value.entityOrder}
        onChange={(event) =>
          void changeSettings({ entityOrder: event.currentTarget.value as 'count' | 'name' | 'article' })
        }
      >
        {orders.map(([order, label]) => (
          <option key={order} value={order}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** "None found", "not looked yet" and "cannot look" are different things, and said so. */
function emptyWords(): string {
  const support = analysis.value?.support;
  if (support?.state === 'unsupported') {
    return `This text is in ${languageName(support.language)}. Names are found in English text only, for now.`;
  }
  if (analysis.value) return 'No names found in this article.';
  if (progress.value) return 'Looking for names…';
  return article.value
    ? 'Not analysed yet.'
    : 'The people, places and organisations of an article appear here.';
}
