import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type MenuCommand, type ShownArticle } from '../contract';
import { menuTemplate } from './menu-template';

type Item = MenuItemConstructorOptions;

const shown = { article: 'a'.repeat(64), analysed: true };

function menu(mac: boolean, state: ShownArticle = shown) {
  const commands: MenuCommand[] = [];
  const changes: object[] = [];
  const asked: string[] = [];
  const template = menuTemplate(
    {
      settings: { ...DEFAULT_SETTINGS, theme: 'sepia' },
      recent: [
        {
          path: '/a',
          article: null,
          name: 'a.txt',
          title: 'Salt & Sand',
          opened: 0,
          publicationDate: null,
          minutes: 1,
        },
      ],
      shown: state,
      mac,
      development: false,
    },
    {
      command: (command) => commands.push(command),
      chooseFiles: (folder) => asked.push(folder ? 'choose a folder' : 'choose files'),
      open: (path) => asked.push(`open ${path}`),
      clearRecent: () => asked.push('clear recent'),
      change: (change) => changes.push(change),
    },
  );
  const flat = (items: Item[]): Item[] =>
    items.flatMap((item) => [item, ...flat((item.submenu as Item[] | undefined) ?? [])]);
  return { items: flat(template), commands, changes, asked };
}

const click = (item: Item | undefined) => (item?.click as (() => void) | undefined)?.();

describe.each([true, false])('the menu (macOS: %s)', (mac) => {
  it('gives no key twice, none without Mod but function keys and Alt with an arrow, and never Cmd+H', () => {
    const keys = menu(mac).items.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []));
    const plain = keys.map((key) => key.replace(/CmdOrCtrl|Cmd|Ctrl/, 'Mod'));
    expect(new Set(plain).size).toBe(plain.length);
    for (const key of plain) expect(key).toMatch(/^(?:Mod\+|(?:Shift\+)?F\d|Alt\+(?:Left|Right)$)/);
    expect(plain).not.toContain('Mod+H');
  });

  it('shows the theme that is set and asks for the one that is chosen', () => {
    const { items, changes } = menu(mac);
    expect(items.find(({ id }) => id === 'theme-sepia')?.checked).toBe(true);
    click(items.find(({ id }) => id === 'theme-dark'));
    expect(changes).toEqual([{ theme: 'dark' }]);
  });

  it('sends its commands to the window', () => {
    const { items, commands } = menu(mac);
    for (const id of ['find', 'back', 'export-timeline-csv', 'show-settings'] as const) {
      click(items.find((item) => item.id === id));
    }
    expect(commands).toEqual(['find', 'back', 'export-timeline-csv', 'show-settings']);
  });

  it('leaves it to the window which of its parts a narrow one shows', () => {
    const { items, commands, changes } = menu(mac);
    for (const key of ['F7', 'F8']) click(items.find(({ accelerator }) => accelerator === key));
    expect(commands).toEqual(['toggle-library', 'toggle-panels']);
    expect(changes).toEqual([]);
  });

  it('names recent articles by title, with every ampersand shown', () => {
    const labels = menu(mac).items.map(({ label }) => label);
    expect(labels).toContain('Salt && Sand (a.txt)');
  });

  it('can only act where there is something to act on', () => {
    const able = (state: ShownArticle) =>
      menu(mac, state)
        .items.filter(({ enabled }) => enabled !== false)
        .map(({ id }) => id);
    const nothing = able({ article: null, analysed: false });
    for (const id of [
      'close-article',
      'print',
      'export-pdf',
      'find',
      'export-timeline-csv',
      'redo-correction',
    ]) {
      expect(nothing).not.toContain(id);
      expect(able(shown)).toContain(id);
    }
    const reading = able({ ...shown, analysed: false });
    expect([reading.includes('print'), reading.includes('export-timeline-csv')]).toEqual([true, false]);
    expect(nothing).toEqual(expect.arrayContaining(['open', 'open-sample', 'show-keys']));
  });

  it('asks for files, a folder, a recent article, or none of these any more', () => {
    const { items, asked } = menu(mac);
    for (const id of ['open', 'open-folder', 'clear-recent']) click(items.find((item) => item.id === id));
    click(items.find(({ label }) => label === 'Salt && Sand (a.txt)'));
    expect(asked).toEqual(['choose files', 'choose a folder', 'clear recent', 'open /a']);
  });

  it('does by each of its commands what its id says', () => {
    const { items, commands } = menu(mac);
    const own = ['open', 'open-folder', 'recent', 'clear-recent', 'showMarks'];
    const ids = items.flatMap(({ id }) => (id && !own.includes(id) && !id.startsWith('theme-') ? [id] : []));
    for (const id of ids) click(items.find((item) => item.id === id));
    expect(commands).toEqual(ids);
    expect(ids.length).toBeGreaterThan(30);
    for (const item of items.filter(({ visible }) => visible === false)) {
      const before = commands.length;
      click(item);
      expect(item.acceleratorWorksWhenHidden).toBe(true);
      expect(commands.slice(before)).toEqual([item.label]);
    }
  });

  it('leaves to the system what every program has', () => {
    const roles = menu(mac).items.flatMap(({ role }) => role ?? []);
    const everywhere = [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'togglefullscreen',
      'minimize',
      'close',
      'quit',
    ];
    expect(roles).toEqual(expect.arrayContaining(everywhere));
    const own = ['appMenu', 'services', 'hide', 'hideOthers', 'unhide', 'zoom', 'front'];
    for (const role of own) expect(roles.includes(role as (typeof roles)[number])).toBe(mac);
    expect(roles).not.toContain('toggleDevTools');
  });

  it('turns the marks in the text off, since they are on', () => {
    const { items, changes } = menu(mac);
    const marks = items.find(({ id }) => id === 'showMarks');
    expect([marks?.checked, marks?.type]).toEqual([true, 'checkbox']);
    click(marks);
    expect(changes).toEqual([{ showMarks: false }]);
  });

  it('has about and settings once, where the system has them', () => {
    const { items } = menu(mac);
    for (const id of ['show-about', 'show-settings']) {
      expect(items.filter((item) => item.id === id)).toHaveLength(1);
    }
    const back = items.find(({ id }) => id === 'back');
    expect([back?.accelerator, back?.registerAccelerator]).toEqual(
      mac ? ['Cmd+[', true] : ['Alt+Left', false],
    );
  });
});
