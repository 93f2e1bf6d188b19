import { expect, test } from 'vitest';
import { ElementAttributes } from '../../../../src/core/articles/page/element-attributes.ts';

test('keeps the first of two attributes with one name, and none of the element before', () => {
  const attributes = new ElementAttributes();
  attributes.add('class', 'byline');
  attributes.add('class', 'other');
  expect(attributes.values['class']).toBe('byline');
  expect(attributes.copy()).toEqual({ class: 'byline' });
  attributes.clear();
  attributes.add('id', 'lead');
  expect(attributes.values['class']).toBeUndefined();
  expect(attributes.copy()).toEqual({ id: 'lead' });
});

test('keeps an attribute that only a style sheet asks for, for one element', () => {
  const attributes = new ElementAttributes();
  for (const name of ['data-state', 'constructor', '__proto__']) {
    attributes.add('class', 'box');
    expect(attributes.values[name]).not.toBe('closed');
    attributes.add(name, 'closed');
    expect(Object.getOwnPropertyDescriptor(attributes.values, name)?.value).toBe('closed');
    expect(attributes.values['class']).toBe('box');
    attributes.clear();
    expect(Object.hasOwn(attributes.values, name)).toBe(false);
    expect(attributes.values['class']).toBeUndefined();
  }
});

test('a copy is independent of the next element', () => {
  const attributes = new ElementAttributes();
  attributes.add('datetime', '2026-03-04');
  const copy = attributes.copy();
  attributes.clear();
  expect(copy).toEqual({ datetime: '2026-03-04' });
});
