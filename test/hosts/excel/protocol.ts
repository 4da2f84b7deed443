/**
 * One `context.sync()`: a list of actions over object paths, done in order. As in Excel there is no transaction: what came before a refused
 * action stays done, what comes after it is not, and the answer says which action it was.
 */
import { type HostObject, missing, workbookObject } from './objects.ts';
import { type ExcelBook, ExcelError } from './workbook.ts';

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[];
}

interface Action {
  readonly Id: number;
  /** 1 instantiate, 2 query, 3 method, 4 set a property, 5 a mark, 7 query as JSON, 8 ensure unchanged, 9 update. */
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
  readonly ObjectState?: Record<string, unknown>;
}

interface ObjectPath {
  readonly Id: number;
  /** 1 the workbook, 3 by method, 4 by property, 5 by key, 6 by reference, 7 a null object. */
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface HostRequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface HostResponse {
  readonly ErrorCode: string;
  readonly ErrorMessage?: string;
  readonly HttpStatusCode?: number;
  readonly Body: {
    readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
    readonly Error?: {
      readonly Code: string;
      readonly Message: string;
      readonly Location: string;
      readonly ActionIndex: number;
      readonly HttpStatusCode: number;
    };
  } | null;
}

/** Objects the client asked to keep, from one sync to the next. */
export type KeptObjects = Map<string, HostObject>;

/** Does the first `limit` actions of a request (all by default) and answers as Excel does. */
export function execute(book: ExcelBook, kept: KeptObjects, request: HostRequestBody, limit = Number.POSITIVE_INFINITY): HostResponse {
  const run = new Run(book, kept, request.ObjectPaths);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of request.Actions.entries()) {
    if (index >= limit) break;
    try {
      results.push({ ActionId: action.Id, Value: run.perform(action) ?? null });
    } catch (error) {
      if (!(error instanceof ExcelError)) throw error;
      const refusal = { Code: error.code, Message: error.message, Location: action.Name, ActionIndex: index, HttpStatusCode: 400 };
      return { ErrorCode: '', Body: { Results: results, Error: refusal } };
    }
  }
  return { ErrorCode: '', Body: { Results: results } };
}

class Run {
  readonly #book: ExcelBook;
  readonly #kept: KeptObjects;
  readonly #paths: Readonly<Record<string, ObjectPath>>;
  readonly #objects = new Map<number, HostObject | null>();

  constructor(book: ExcelBook, kept: KeptObjects, paths: Readonly<Record<string, ObjectPath>>) {
    this.#book = book;
    this.#kept = kept;
    this.#paths = paths;
  }

  perform(action: Action): unknown {
    // A mark of the client's own, about nothing.
    if (action.ActionType === 5) return null;
    const object = this.#object(action.ObjectPathId);
    // On a null object every call is a no-op and every question answers nothing.
    if (!object) return null;
    switch (action.ActionType) {
      case 1:
        return this.#identityOf(object, action.ObjectPathId);
      case 2:
      case 7:
        return queried(object, action.QueryInfo?.Select ?? [], action.QueryInfo?.Expand ?? []);
      case 3:
        return this.#called(object, action);
      case 4:
        return assign(object, action.Name, this.#arguments(action.ArgumentInfo)[0]);
      case 8:
        return null;
      case 9:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) assign(object, wire(name), value);
        return null;
      default:
        throw new ExcelError('NotImplemented', `Action type ${action.ActionType} is not part of this host.`);
    }
  }

  #called(object: HostObject, action: Action): unknown {
    if (action.Name === '_KeepReference') {
      this.#kept.set(`r${action.ObjectPathId}`, object);
      return null;
    }
    const answer = method(object, action.Name)(...(this.#arguments(action.ArgumentInfo) as never[]));
    return isObject(answer) ? null : answer;
  }

  #identityOf(object: HostObject, path: number): unknown {
    const reference = this.#kept.get(`r${path}`) === object ? { _ReferenceId: `r${path}` } : {};
    return { ...object.identity, ...reference };
  }

  #object(id: number): HostObject | null {
    if (!this.#objects.has(id)) this.#objects.set(id, this.#resolved(this.#paths[String(id)] as ObjectPath));
    return this.#objects.get(id) ?? null;
  }

  #resolved(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === 1) return workbookObject(this.#book);
    if (path.ObjectPathType === 7) return null;
    if (path.ObjectPathType === 6) {
      const kept = this.#kept.get(path.Name);
      if (!kept) throw new ExcelError('InvalidReference', 'This reference is not valid for the current operation.');
      return kept;
    }
    const parent = this.#object(path.ParentObjectPathId as number);
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case 3: {
        const answer = method(parent, path.Name)(...(this.#arguments(path.ArgumentInfo) as never[]));
        return isObject(answer) ? answer : null;
      }
      case 4: {
        const lead = parent.leads?.[path.Name];
        if (!lead) throw unknown(parent, path.Name);
        return lead();
      }
      case 5: {
        const found = parent.item?.(String(this.#arguments(path.ArgumentInfo)[0]));
        if (!found) throw missing();
        return found;
      }
      default:
        throw new ExcelError('InvalidObjectPath', `Path type ${path.ObjectPathType} is not part of this host.`);
    }
  }

  /** Plain arguments, with objects in place of their path ids; trailing nulls are arguments left out. */
  #arguments(info: ArgumentInfo | undefined): unknown[] {
    const given = [...(info?.Arguments ?? [])];
    for (const [index, id] of (info?.ReferencedObjectPathIds ?? []).entries()) if (id) given[index] = this.#object(id);
    return given.map((argument) => (argument === null ? undefined : argument));
  }
}

const isObject = (answer: unknown): answer is HostObject => typeof answer === 'object' && answer !== null && 'kind' in answer;
const wire = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const unknown = (object: HostObject, name: string): ExcelError =>
  new ExcelError('ApiNotFound', `The API ${object.kind}.${name} could not be found in this host.`);

function method(object: HostObject, name: string): (...args: never[]) => unknown {
  const found = object.methods?.[name];
  if (!found) throw unknown(object, name);
  return found;
}

function assign(object: HostObject, name: string, value: unknown): null {
  const set = object.setters?.[name];
  if (!set) throw unknown(object, name);
  set(value as never);
  return null;
}

/** The properties asked for, in the shape of the wire; all of them when none is named. */
function queried(object: HostObject, select: readonly string[], expand: readonly string[]): unknown {
  if (object.items) return { _Items: object.items().map((item) => ({ ...item.identity, ...(plain(item, select, expand) as object) })) };
  return plain(object, select, expand);
}

function plain(object: HostObject, select: readonly string[], expand: readonly string[]): unknown {
  const answer: Record<string, unknown> = {};
  const deeper = new Map<string, string[]>();
  const all = select.length === 0 || select.includes('*') || select.includes('$all');
  for (const name of all ? Object.keys(object.properties ?? {}) : select) {
    const [first = '', ...rest] = name.split('/');
    const key = wire(first);
    if (first === '*' || first === '$all') continue;
    if (rest.length > 0 || object.leads?.[key]) deeper.set(key, [...(deeper.get(key) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
    else answer[key] = read(object, key);
  }
  for (const name of expand) deeper.set(wire(name), deeper.get(wire(name)) ?? []);
  for (const [name, names] of deeper) {
    const lead = object.leads?.[name];
    if (!lead) throw unknown(object, name);
    const next = lead();
    answer[name] = next ? queried(next, names, []) : null;
  }
  return answer;
}

function read(object: HostObject, name: string): unknown {
  const found = object.properties?.[name];
  if (!found) throw unknown(object, name);
  return found();
}
