import {
  authorComponents,
  componentSchemas,
  isAuthorComponent,
  parentComponents,
} from '../guide/components.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Suggestion, Suggestions, WrittenPost } from './assist.ts';
import { labOf } from './assist.ts';
import type { FieldSchema } from './suggest-field.ts';
import { schemaOf } from './suggest-field.ts';
import type { TagPlace } from './text-place.ts';

/** Components, their props, and what those name. `values`: those of the lab. */
export function suggestInTag(
  post: WrittenPost,
  tag: TagPlace,
  values: readonly Suggestion[],
): Suggestions | undefined {
  const items =
    tag.part === 'name'
      ? authorComponents.map(componentItem)
      : isAuthorComponent(tag.component)
        ? tag.part === 'prop'
          ? propItems(schemaOf(componentSchemas[tag.component]), tag.given)
          : valueItems(post, tag, values)
        : [];
  return items.length === 0
    ? undefined
    : { range: rangeAt(post.file, tag.start, tag.end), items, isCut: false };
}

function componentItem(name: (typeof authorComponents)[number]): Suggestion {
  const { required = [], properties = {} } = schemaOf(componentSchemas[name]);
  return {
    label: name,
    kind: 'component',
    detail: `${Object.keys(properties).join(', ')}${parentComponents.includes(name) ? '; has something in it' : ''}`,
    ...(required.length === 0 ? {} : { text: `${name} ${required[0]!}="` }),
  };
}

function propItems({ properties = {}, required = [] }: FieldSchema, given: readonly string[]): Suggestion[] {
  return Object.entries(properties)
    .filter(([name]) => !given.includes(name))
    .sort(([a], [b]) => Number(required.includes(b)) - Number(required.includes(a)))
    .map(([name, { const: only }]) => ({
      label: name,
      kind: 'property',
      detail: required.includes(name) ? 'must be there' : 'may be left out',
      text: only === true ? name : `${name}="`,
    }));
}

function valueItems(
  post: WrittenPost,
  { component, prop }: TagPlace,
  values: readonly Suggestion[],
): readonly Suggestion[] {
  const lab = labOf(post);
  switch (`${component}.${prop ?? ''}`) {
    case 'Value.of':
      return values;
    case 'PortMap.device':
      return (lab?.devices ?? []).map(({ name, title }) => ({ label: name, kind: 'device', detail: title }));
    case 'NetworkTable.networks':
      return (lab?.networks ?? []).map(({ id, purpose }) => ({
        label: id,
        kind: 'lab-value',
        detail: purpose,
      }));
    case 'Comparison.id':
      return [...post.comparisons].map((id) => ({ label: id, kind: 'file', detail: 'a comparison' }));
    case 'Figure.src':
    case 'Video.poster':
      return [...post.figures].map((name) => ({ label: name, kind: 'file', detail: 'a figure' }));
    case 'Correction.of':
      return debugFiles(post).map(({ ref, title }) => ({ label: slugOf(ref), kind: 'file', detail: title }));
    case 'Correction.id':
      return debugFiles(post).flatMap(({ changes, title }) =>
        changes.map((id): Suggestion => ({ label: id, kind: 'value', detail: title })),
      );
    default: {
      const schema = isAuthorComponent(component) ? schemaOf(componentSchemas[component]) : {};
      return (schema.properties?.[prop ?? '']?.enum ?? []).map((one) => ({
        label: String(one),
        kind: 'value',
        detail: '',
      }));
    }
  }
}

/** Those that correct this post, where any does. */
function debugFiles({ posts }: WrittenPost) {
  return posts.filter(({ changes }) => changes.length > 0);
}

function slugOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
