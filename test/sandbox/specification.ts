import { existsSync, readFileSync } from 'node:fs';
import {
  Ajv2020,
  type AnySchemaObject,
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** OpenAI's OpenAPI document and the Open Responses specification lie beside the checkout, when they do. */
const folder = new URL('../../../shared/specs/', import.meta.url);

/** Whether there is anything to test against; says so when there is not. */
export const hasSpecifications = existsSync(folder);
if (!hasSpecifications) {
  console.warn(
    'Not tested against the API specifications: no ../shared/specs beside the checkout.',
  );
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, AnySchemaObject>> };
}

interface Operation {
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: AnySchemaObject }>>;

/** What a document says of one method of one path. */
export interface Documented {
  /** `POST` */
  readonly method: string;
  /** As a template: `/v1/responses/{response_id}`. */
  readonly path: string;
  /** Of a JSON body that is sent; undefined when none is. */
  readonly request: AnySchemaObject | undefined;
  /** Of a JSON answer with status 200; undefined when there is nothing to say about it. */
  readonly answer: AnySchemaObject | undefined;
  /** Of one event of an answer that is a stream. */
  readonly event: AnySchemaObject | undefined;
}

/** An OpenAPI document, as a thing that finds mistakes. */
export class Specification {
  readonly operations: readonly Documented[];
  /** The schemas of a stream's events by the `type` that each event names. */
  readonly events: ReadonlyMap<unknown, AnySchemaObject>;
  readonly #document: Document;
  readonly #ajv = new Ajv2020({ strict: false, logger: false });
  readonly #validators = new Map<AnySchemaObject, ValidateFunction>();

  /** @param file in the folder of specifications; without that folder nothing is documented */
  constructor(file: string) {
    this.#document = hasSpecifications
      ? JSON.parse(readFileSync(new URL(file, folder), 'utf8').replaceAll('"#/', '"document#/'))
      : { paths: {}, components: { schemas: {} } };
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(this.#document, 'document');
    this.operations = operationsOf(this.#document);
    this.events = new Map(this.operations.flatMap(({ event }) => this.#named(event)));
  }

  /** The operation that a request of this method and path (a query may follow) asks for. */
  operation(method: string, path: string): Documented | undefined {
    const [asked = ''] = path.split('?');
    const all = this.operations.filter((each) => each.method === method);
    return all.find((each) => each.path === asked) ?? all.find((each) => matches(each.path, asked));
  }

  /** The schema that a reference stands for. */
  resolved(schema: AnySchemaObject): AnySchemaObject {
    const name: unknown = schema.$ref?.split('/').at(-1);
    if (typeof name !== 'string') return schema;
    return this.#document.components.schemas[name] ?? {};
  }

  /** All parameters of an object, also where it is put together of several. */
  properties(schema: AnySchemaObject): Readonly<Record<string, AnySchemaObject>> {
    const { allOf = [], properties } = this.resolved(schema);
    return Object.assign(
      {},
      ...allOf.map((part: AnySchemaObject) => this.properties(part)),
      properties,
    );
  }

  /** The `type`s of the objects in a union, and in the unions in it. */
  types(union: AnySchemaObject): string[] {
    const { anyOf, oneOf, properties } = this.resolved(union);
    const members: AnySchemaObject[] = anyOf ?? oneOf ?? [];
    const own: AnySchemaObject[] = [properties?.type ?? {}, ...(properties?.type?.anyOf ?? [])];
    const names: string[] = own.flatMap((type) => type.enum ?? []);
    return [...new Set([...names, ...members.flatMap((member) => this.types(member))])];
  }

  schema(name: string): AnySchemaObject {
    return { $ref: `document#/components/schemas/${name}` };
  }

  /** What is wrong with the value; empty when nothing is. */
  mistakes(schema: AnySchemaObject, value: unknown): string[] {
    const validate = this.#validators.get(schema) ?? this.#ajv.compile(schema);
    this.#validators.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(told);
  }

  #named(union: AnySchemaObject | undefined): [unknown, AnySchemaObject][] {
    const { anyOf, oneOf } = this.resolved(union ?? {});
    const members: AnySchemaObject[] = anyOf ?? oneOf ?? [];
    return members.map((member) => [this.resolved(member).properties.type.enum[0], member]);
  }
}

function operationsOf({ paths }: Document): Documented[] {
  // The paths with `?beta=true` are those of a second form of the same endpoints, which the SDK does not ask for.
  const usual = Object.entries(paths).filter(([path]) => !path.includes('?'));
  return usual.flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>)
      .filter(([method]) => ['get', 'post', 'delete'].includes(method))
      .map(([method, { requestBody, responses }]) => ({
        method: method.toUpperCase(),
        path: `/v1${path}`,
        request: requestBody?.content['application/json']?.schema,
        answer: responses?.['200']?.content?.['application/json']?.schema,
        event: responses?.['200']?.content?.['text/event-stream']?.schema,
      })),
  );
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

function told({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}
