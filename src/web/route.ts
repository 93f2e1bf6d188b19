import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Service } from '../service/open-service.ts';
import type { Html } from './html.ts';

/** What a person, or a program with a token, may do. Each role may do everything that the roles before it may. */
export const ROLES = ['reader', 'analyst', 'owner'] as const;
export type VisitorRole = (typeof ROLES)[number];
/** Who may call a route. */
export type Access = 'anyone' | VisitorRole;

/** The sender of a request. */
export interface Visitor {
  /**
   * The key of read marks and judgements: `user:7`; `local` where no log-in is needed; empty for a visitor who is not
   * logged in.
   */
  readonly id: string;
  readonly name: string;
  /** Undefined for a visitor who has not logged in. */
  readonly role: VisitorRole | undefined;
  readonly via: 'nobody' | 'loopback' | 'session' | 'token' | 'proxy';
  /** The CSRF token, which forms send back; empty where the request cannot come from a browser's form. */
  readonly csrf: string;
}

/** A page of the console. */
interface PageAnswer {
  readonly kind: 'page';
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** The entry of the navigation that is marked. */
  readonly section?: string;
}

export type Answer =
  | PageAnswer
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 303 }
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'file';
      readonly type: string;
      readonly content: string | Buffer | Readable;
      readonly name?: string;
      readonly cache?: string;
    }
  | { readonly kind: 'problem'; readonly status: number; readonly title: string; readonly detail?: string };

/** The arguments of every handler. */
export interface Asked<P, Q, B> {
  readonly service: Service;
  readonly visitor: Visitor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Rule {
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  /** Its purpose, in a sentence. */
  readonly about: string;
  /** It changes nothing, though it is not a GET; the audit log leaves it out. */
  readonly readsOnly?: true;
}

/** A route: who may call it, its parameters, and its handler. */
export interface WebRoute extends Rule {
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  /** The schema of the API's answer. */
  readonly answer?: z.ZodType | undefined;
  /** The media type of the API's answer where it is a file. */
  readonly file?: string | undefined;
  /** The API's status on success; 200 by default. */
  readonly success?: 201 | 202 | undefined;
  /** The largest body, in bytes. */
  readonly bodyLimit?: number | undefined;
  readonly handle: (asked: Asked<unknown, unknown, unknown>) => Promise<Answer>;
}

/** A route that a plugin registers, or all below a path that ends with `*`. */
export interface PluginRule extends Rule {
  readonly plugin: true;
}

type Shape<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Declares a route. The handler gets what the schemas have parsed. */
export function route<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  declared: Rule & {
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    readonly answer?: z.ZodType;
    readonly file?: string;
    readonly success?: 201 | 202;
    readonly bodyLimit?: number;
    readonly handle: (asked: Asked<Shape<P>, Shape<Q>, Shape<B>>) => Promise<Answer>;
  },
): WebRoute {
  return { ...declared, handle: (asked) => declared.handle(asked as Asked<Shape<P>, Shape<Q>, Shape<B>>) };
}

/** Whether a role may call a route. */
export function mayAccess(role: VisitorRole | undefined, access: Access): boolean {
  if (access === 'anyone') return true;
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(access);
}

export function isRole(text: string): text is VisitorRole {
  return (ROLES as readonly string[]).includes(text);
}
