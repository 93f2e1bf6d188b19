import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Service } from '../service/open-service.ts';
import type { Html } from './html.ts';

/** What a person, or a program with a token, may do; each role may do all that the ones before it may. */
export const ROLES = ['reader', 'analyst', 'owner'] as const;
export type VisitorRole = (typeof ROLES)[number];
/** Who may come to a route. */
export type Access = 'anyone' | VisitorRole;

/** Who asks. */
export interface Visitor {
  /** What read marks and judgements are kept under: `user:7`, `local` where no log-in is needed, `` for a visitor who is not logged in. */
  readonly id: string;
  readonly name: string;
  /** Undefined for somebody who has not logged in. */
  readonly role: VisitorRole | undefined;
  readonly via: 'nobody' | 'loopback' | 'session' | 'token' | 'proxy';
  /** What forms send back, so that no other site can send them; empty where the request cannot come from a browser's form. */
  readonly csrf: string;
}

/** A page of the console. */
interface PageAnswer {
  readonly kind: 'page';
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** The entry of the navigation that it belongs to. */
  readonly section?: string;
}

export type Answer =
  | PageAnswer
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 303 }
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'file';
      readonly type: string;
      readonly content: string | Buffer;
      readonly name?: string;
      readonly cache?: string;
    }
  | { readonly kind: 'problem'; readonly status: number; readonly title: string; readonly detail?: string };

/** What every handler is given. */
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
  /** In a sentence: what it is for. */
  readonly about: string;
}

/** A route of ours: who may come, what it takes, and what it does. */
export interface WebRoute extends Rule {
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  /** Of the API: what comes back. */
  readonly answer?: z.ZodType | undefined;
  /** Of the API: the status with which it comes; 200 by default. */
  readonly success?: 201 | 202 | undefined;
  /** Bytes of the body at most. */
  readonly bodyLimit?: number | undefined;
  readonly handle: (asked: Asked<unknown, unknown, unknown>) => Promise<Answer>;
}

/** A route that a plugin registers by itself, or all below a path that ends with `*`. */
export interface PluginRule extends Rule {
  readonly plugin: true;
}

type Shape<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Declares a route; what its schemas read is what its handler is given. */
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
    readonly success?: 201 | 202;
    readonly bodyLimit?: number;
    readonly handle: (asked: Asked<Shape<P>, Shape<Q>, Shape<B>>) => Promise<Answer>;
  },
): WebRoute {
  return { ...declared, handle: (asked) => declared.handle(asked as Asked<Shape<P>, Shape<Q>, Shape<B>>) };
}

/** Whether somebody of that role may come to a route. */
export function mayCome(role: VisitorRole | undefined, access: Access): boolean {
  if (access === 'anyone') return true;
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(access);
}

export function isRole(text: string): text is VisitorRole {
  return (ROLES as readonly string[]).includes(text);
}
