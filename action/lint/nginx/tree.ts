import type { CommentedFile } from "../files/parsed-file.ts";
import type { Range } from "../files/source.ts";
import type { Token } from "./lexer.ts";

export type Word = Token;

export interface Directive extends Range {
  readonly name: Word;
  readonly args: readonly Word[];
  readonly block: Block | undefined;
  readonly parent: Block;
  /** False if the `;` (or the block) is missing. */
  readonly terminated: boolean;
}

export interface Block extends Range {
  /** Undefined for the file itself. */
  readonly owner: Directive | undefined;
  readonly children: readonly Directive[];
  /** The text between the braces of a `*_by_lua_block`. */
  readonly lua?: Range;
  readonly closed: boolean;
  /** For the file itself: the directives of other files of the repository that include it. */
  readonly includedBy?: readonly Directive[];
}

/**
 * Context of the file's outermost directives: a whole nginx.conf is `main`, a site file is included in `http`, a
 * snippet in a server or location (undefined: unknown which).
 */
export type NginxContext = "main" | "http" | "server" | "location" | "stream" | undefined;

export interface NginxFile extends CommentedFile<"nginx"> {
  readonly root: Block;
  readonly context: NginxContext;
}

const lists = new WeakMap<object, readonly Directive[]>();

/**
 * All directives in text order, each before its children. Not recursive, because blocks nest to any depth, and cached,
 * because every rule needs it.
 */
export function walk(file: { readonly root: Block }): readonly Directive[] {
  const known = lists.get(file.root);
  if (known) return known;
  const list: Directive[] = [];
  const stack: { list: readonly Directive[]; next: number }[] = [{ list: file.root.children, next: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    const directive = top.list[top.next++];
    if (!directive) stack.pop();
    else {
      list.push(directive);
      if (directive.block) stack.push({ list: directive.block.children, next: 0 });
    }
  }
  lists.set(file.root, list);
  return list;
}

const indexes = new WeakMap<readonly Directive[], Map<string, Directive[]>>();

/** Those of a list that have one of the names, in the order of the text. Indexed, since every rule asks. */
function ofNames(list: readonly Directive[], names: readonly string[]): readonly Directive[] {
  let index = indexes.get(list);
  if (!index) {
    index = new Map();
    for (const directive of list) {
      const alike = index.get(directive.name.text);
      if (alike) alike.push(directive);
      else index.set(directive.name.text, [directive]);
    }
    indexes.set(list, index);
  }
  if (names.length === 1) return index.get(names[0] as string) ?? [];
  return names.flatMap((name) => index.get(name) ?? []).sort((a, b) => a.start - b.start);
}

/** All directives of those names in the order of the text. */
export const named = (file: { readonly root: Block }, ...names: readonly string[]): readonly Directive[] =>
  ofNames(walk(file), names);

/** No configuration nests deeper; the limit keeps a hostile file from taking quadratic time. */
const deepest = 64;

/** The block around one; for an included file, the block with the (first) `include`. */
export const around = (block: Block): Block | undefined => (block.owner ?? block.includedBy?.[0])?.parent;

/** The directives around one, innermost first, including those around the `include` of its file. */
export function* ancestors(directive: Directive): Generator<Directive> {
  let block: Block | undefined = directive.parent;
  for (let depth = 0; block && depth < deepest; depth++, block = around(block)) if (block.owner) yield block.owner;
}

/** The innermost directive with one of those names around a directive. */
export function enclosing(directive: Directive, ...names: string[]): Directive | undefined {
  for (const owner of ancestors(directive)) if (names.includes(owner.name.text)) return owner;
  return undefined;
}

/** The direct children of a block with one of those names. */
export const children = (block: Block | undefined, ...names: readonly string[]): readonly Directive[] =>
  block ? ofNames(block.children, names) : [];

/**
 * The blocks from one outwards, level by level. The outermost directives of an included file are in the same block as
 * the `include`; if several places include it, they are all one level.
 */
export function* levels(block: Block): Generator<readonly Block[]> {
  let level = [block];
  for (let depth = 0; level.length > 0 && depth < deepest; depth++) {
    for (let i = 0; i < level.length && i < deepest; i++)
      for (const { parent } of level[i]!.includedBy ?? []) if (!level.includes(parent)) level.push(parent);
    yield level;
    level = level.flatMap((part) => part.owner?.parent ?? []);
  }
}

/**
 * The directives of a name that apply in a block by inheritance: those of the nearest block that has any (nginx
 * inherits lists such as proxy_set_header as a whole or not at all).
 */
export function inherited(block: Block, name: string): readonly Directive[] {
  for (const level of levels(block)) {
    const own = level.flatMap((part) => children(part, name));
    if (own.length > 0) return own;
  }
  return [];
}
