import type { Block, Span } from '../../../types/block.ts';
import { mapSpans } from '../enhance/map-spans.ts';
import type { CleanElement, CleanNode } from '../html/clean-tree.ts';
import type { FileLink, PageBase } from '../page.ts';
import { warnings } from '../words.ts';
import { BlockWriter } from './block-writer.ts';
import { placeCaptions } from './captions.ts';
import { takeLoneLinks } from './lone-links.ts';
import { openElement, type WalkState } from './open-element.ts';
import type { SpanStyle, WrittenSpan } from './span-buffer.ts';

/** The body of a page as blocks. */
export interface BodyBlocks {
  blocks: Block[];
  /** Documents that links of the body offer. */
  files: FileLink[];
  warnings: string[];
}

type Task =
  | { kind: 'node'; node: CleanNode; style: SpanStyle; literally: boolean }
  | { kind: 'close'; close: () => void };

/** Walks the clean tree, without recursion, and writes what it meets; then links that stand alone become blocks. */
export function toBlocks(root: CleanElement, base: PageBase): BodyBlocks {
  const writer = new BlockWriter();
  const state: WalkState = {
    writer,
    base,
    counters: [],
    isInHead: false,
    unknown: new Map(),
    dropped: new Map(),
    files: [],
    warnings: [],
  };
  const stack: Task[] = [];
  const pushChildren = (element: CleanElement, style: SpanStyle, literally: boolean) => {
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      stack.push({ kind: 'node', node: element.children[at] as CleanNode, style, literally });
    }
  };
  pushChildren(root, {}, false);
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    if (task.kind === 'close') {
      task.close();
    } else if (typeof task.node === 'string') {
      writer.writeText(task.node, task.style, task.literally);
    } else {
      const opened = openElement(task.node, task.style, state);
      if (opened.close !== undefined) stack.push({ kind: 'close', close: opened.close });
      if (opened.isRead === true) continue;
      pushChildren(task.node, opened.style, task.literally || task.node.role === 'preformatted');
    }
  }
  const lone = takeLoneLinks(writer.finish(), base);
  return {
    blocks: placeCaptions(lone.blocks).map((block) =>
      mapSpans(block, (spans) => spans.map(toSpan)),
    ),
    files: state.files.map((file) => ({ ...file, name: lone.names.get(file) ?? file.name })),
    warnings: [
      ...state.warnings,
      ...lone.blocks.flatMap(findProgramLinks).map(warnings.programLink),
      ...[...state.unknown].map(([tag, count]) => warnings.unknownTag(tag, count)),
      ...[...state.dropped].map(([tag, count]) => warnings.droppedTag(tag, count)),
    ],
  };
}

/** What the contract has of a span. */
function toSpan({ file: _file, program: _program, centred: _centred, ...span }: WrittenSpan): Span {
  return span;
}

/** The words of links to other mini-programs that a sentence holds. */
function findProgramLinks(block: Block): string[] {
  const found: string[] = [];
  mapSpans(block, (spans) => {
    for (const span of spans as WrittenSpan[]) if (span.program) found.push(span.text);
    return spans;
  });
  return found;
}
