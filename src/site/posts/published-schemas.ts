import { manifestJsonSchema, statusJsonSchema } from '../../lib/engine.ts';

/** A JSON Schema that the site publishes, `/schemas/<id>.json`. */
export interface PublishedSchema {
  readonly id: string;
  readonly text: string;
}

/** `origin` is the site's, without a slash at the end. */
export function publishedSchemas(origin: string): readonly PublishedSchema[] {
  return [
    { id: 'manifest-1', text: JSON.stringify(manifestJsonSchema(origin)) },
    { id: 'status-1', text: JSON.stringify(statusJsonSchema(origin)) },
  ];
}
