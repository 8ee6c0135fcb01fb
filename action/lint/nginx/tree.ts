import type { CommentedFile } from "../files/parsed-file.ts";
import type { Range } from "../files/source.ts";
import type { Token } from "./lexer.ts";

export type Word = Token;

export interface Directive extends Range {
  readonly name: Word;
  readonly args: readonly Word[];
  readonly block: Block | undefined;
  /** The block it stands in. */
  readonly parent: Block;
  /** False where the `;` (or the block) is missing. */
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
 * Where the file's outermost directives stand: a whole nginx.conf is `main`, a site file is included into `http`,
 * a snippet into a server or location (undefined: not known which).
 */
export type NginxContext = "main" | "http" | "server" | "location" | "stream" | undefined;

export interface NginxFile extends CommentedFile<"nginx"> {
  readonly root: Block;
  readonly context: NginxContext;
}

const lists = new WeakMap<object, readonly Directive[]>();

/**
 * All directives in the order of the text, each before what it contains. Not recursive, as blocks nest without limit,
 * and put together once, as every rule asks for it.
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

const byName = new WeakMap<object, Map<string, Directive[]>>();

/** All directives of those names in the order of the text. */
export function named(file: { readonly root: Block }, ...names: readonly string[]): readonly Directive[] {
  let index = byName.get(file.root);
  if (!index) {
    index = new Map();
    for (const directive of walk(file)) {
      const alike = index.get(directive.name.text);
      if (alike) alike.push(directive);
      else index.set(directive.name.text, [directive]);
    }
    byName.set(file.root, index);
  }
  const [only] = names;
  if (names.length === 1) return index.get(only as string) ?? [];
  return names.flatMap((name) => index.get(name) ?? []).sort((a, b) => a.start - b.start);
}

/** Nobody nests deeper; the bound keeps a hostile file from costing the square of its depth. */
const deepest = 64;

/** The block around one; of a file that others include, the one that the (first) `include` stands in. */
export const around = (block: Block): Block | undefined => (block.owner ?? block.includedBy?.[0])?.parent;

/** The directives around one, innermost first, also those of a file that includes its own. */
export function* ancestors(directive: Directive): Generator<Directive> {
  let block: Block | undefined = directive.parent;
  for (let depth = 0; block && depth < deepest; depth++, block = around(block)) if (block.owner) yield block.owner;
}

/** The innermost block of that name around the directive. */
export function enclosing(directive: Directive, ...names: string[]): Directive | undefined {
  for (const owner of ancestors(directive)) if (names.includes(owner.name.text)) return owner;
  return undefined;
}

const indexes = new WeakMap<Block, Map<string, Directive[]>>();

/** The children of that name, directly in the block. */
export function children(block: Block | undefined, ...names: string[]): readonly Directive[] {
  if (!block) return [];
  let index = indexes.get(block);
  if (!index) {
    index = new Map();
    for (const child of block.children) {
      const alike = index.get(child.name.text);
      if (alike) alike.push(child);
      else index.set(child.name.text, [child]);
    }
    indexes.set(block, index);
  }
  if (names.length === 1) return index.get(names[0] as string) ?? [];
  return names.flatMap((name) => index.get(name) ?? []).sort((a, b) => a.start - b.start);
}

/**
 * The blocks from one outwards, level by level. The outermost directives of an included file stand in the same block as
 * the `include`; where several places include it, a level is all of them.
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
 * The directive that holds at a block by inheritance: the nearest block, going outwards, that has any of the name
 * gives them all (nginx inherits lists such as proxy_set_header whole or not at all).
 */
export function inherited(block: Block, name: string): readonly Directive[] {
  for (const level of levels(block)) {
    const own = level.flatMap((part) => children(part, name));
    if (own.length > 0) return own;
  }
  return [];
}
