import { z } from 'zod';
import type { WebRoute } from '../route.ts';
import { apiProblem } from './schemas.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: unknown;
  readonly description?: string;
}

/** OpenAPI 3.1 of the routes below `/api/v1`, generated from the schemas that check requests. */
export function openApi(routes: readonly WebRoute[], version: string, url: string | undefined): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes.filter(({ path }) => path.startsWith('/api/v1/'))) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'chipwatch',
      version,
      description:
        'Stories, search, feeds and all else that the console has. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: url ?? '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made at your name in the console, or by `chipwatch tokens add`',
        },
      },
      schemas: { Problem: jsonSchema(apiProblem, 'output') },
    },
  };
}

function operation(route: WebRoute): object {
  const problem = {
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    summary: route.about,
    'x-role': route.access,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
          },
        }),
    responses: {
      [route.success ?? 200]: {
        description: 'OK',
        ...(route.answer === undefined
          ? {}
          : { content: { 'application/json': { schema: jsonSchema(route.answer, 'output') } } }),
        ...(route.file === undefined
          ? {}
          : { content: { [route.file]: { schema: { type: 'string', format: 'binary' } } } }),
      },
      ...(route.method === 'GET'
        ? { 304: { description: 'What `If-None-Match` names is still true' } }
        : { 409: { description: 'The state of things does not allow it', ...problem } }),
      401: { description: 'No token, or one that has run out', ...problem },
      403: { description: 'The token’s role may not do this', ...problem },
      404: { description: 'There is no such thing', ...problem },
      ...(route.body === undefined ? {} : { 413: { description: 'The body is too large', ...problem } }),
      422: { description: 'The request does not fit', ...problem },
      429: { description: 'Too many requests', ...problem },
    },
  };
}

function parameters(schema: z.ZodType | undefined, where: Parameter['in']): Parameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, { description?: string }>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
    ...(property.description === undefined ? {} : { description: property.description }),
  }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return rest;
}
