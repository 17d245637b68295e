import { describe, expect, it } from 'vitest';
import { isDrawable } from './drawing';

const svg = (inner: string, attributes = '') =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`,
  );
const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join('');

/** Ten times the one before, at each of `depth` steps. */
const bomb = (depth: number) =>
  `<defs><rect id="a0" width="1" height="1"/>${times(depth, (i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`)}</defs><use href="#a${depth}"/>`;

describe('a drawing', () => {
  it('is shown as drawing programs make it', () => {
    const chart = `<defs><linearGradient id="g"><stop offset="0"/></linearGradient><pattern id="h" width="4" height="4"><path d="M0 0L4 4"/></pattern><filter id="f"><feGaussianBlur stdDeviation="2"/></filter></defs>
      <style>.a{fill:url(#g)}</style>${times(500, (i) => `<path class="a" fill="url(#h)" d="M${i} 0 L10 10 L20 ${i}Z"/>`)}<g filter="url(#f)"><text>Words</text></g>`;
    expect(isDrawable(svg(chart))).toBe(true);
    const entities = '<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>';
    expect(isDrawable(new TextEncoder().encode(`${entities}<svg xmlns="&ns_svg;"><rect/></svg>`))).toBe(true);
    const map = times(20_000, (i) => `<path d="M${i} ${i}l1 1"/>`);
    expect(isDrawable(svg(map))).toBe(true);
  });

  it('is refused when its uses multiply, whatever names them', () => {
    expect(isDrawable(svg(bomb(3)))).toBe(true);
    expect(isDrawable(svg(bomb(6)))).toBe(false);
    expect(isDrawable(svg(bomb(6).replaceAll('href', 'xlink:href')))).toBe(false);
    expect(isDrawable(svg(bomb(6).replaceAll('"#a', '"&#35;a')))).toBe(false);
    expect(isDrawable(svg(bomb(6).replaceAll('<use', '<svg:use')))).toBe(false);
  });

  it('is refused when patterns, masks, markers or filters multiply', () => {
    for (const [name, attribute] of [
      ['pattern', 'fill'],
      ['mask', 'mask'],
      ['clipPath', 'clip-path'],
      ['marker', 'marker-mid'],
    ]) {
      const steps = times(
        8,
        (i) => `<${name} id="p${i + 1}">${`<rect ${attribute}="url(#p${i})"/>`.repeat(8)}</${name}>`,
      );
      expect(isDrawable(svg(`${steps}<rect ${attribute}='url("#p8")'/>`))).toBe(false);
      expect(isDrawable(svg(`${steps}<rect style="${attribute}: url( '#p8' )"/>`))).toBe(false);
    }
    const filter = `<filter id="f">${'<feGaussianBlur stdDeviation="90"/>'.repeat(20)}</filter>`;
    expect(isDrawable(svg(`${filter}${'<rect filter="url(#f)"/>'.repeat(100)}`))).toBe(false);
    const styled = `<style>rect{filter:url(#f)}</style>${filter}${'<rect/>'.repeat(100)}`;
    expect(isDrawable(svg(styled))).toBe(false);
  });

  it('is refused when it is endless, deep, or holds a picture that is', () => {
    expect(isDrawable(svg(`<path d="${'l1 1'.repeat(700_000)}"/>`))).toBe(false);
    expect(isDrawable(svg('<g>'.repeat(5_000)))).toBe(false);
    expect(isDrawable(svg('<g/>'.repeat(70_000)))).toBe(false);
    expect(isDrawable(svg('<image href="data:image/svg+xml,<svg/>"/>'))).toBe(false);
    const png = new Uint8Array(40);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const image = () => svg(`<image href="data:image/png;base64,${btoa(String.fromCharCode(...png))}"/>`);
    new DataView(png.buffer).setUint32(16, 100);
    new DataView(png.buffer).setUint32(20, 100);
    expect(isDrawable(image())).toBe(true);
    new DataView(png.buffer).setUint32(16, 1_000_000);
    expect(isDrawable(image())).toBe(false);
  });

  it('that refers to itself ends', () => {
    expect(isDrawable(svg('<g id="a"><use href="#a"/><use href="#a"/></g>'))).toBe(true);
  });

  it('is refused in an encoding that is read otherwise here, and with entities of entities', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(isDrawable(bytes('<?xml version="1.0" encoding="UTF-16"?><svg/>'))).toBe(false);
    expect(isDrawable(bytes('<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'))).toBe(
      false,
    );
  });

  it('is counted in time that grows with its length', () => {
    const started = performance.now();
    isDrawable(svg(bomb(500)));
    isDrawable(svg('<!ENTITY '.repeat(20_000)));
    isDrawable(svg(`<rect fill="${'url('.repeat(100_000)}"/>`));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
