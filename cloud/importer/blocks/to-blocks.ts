import type { Block } from '../../../types/block.ts';
import type { CleanElement, CleanNode } from '../html/clean-tree.ts';
import type { FileLink, PageBase } from '../page.ts';
import { warnings } from '../words.ts';
import { BlockWriter } from './block-writer.ts';
import { openElement, type WalkState } from './open-element.ts';
import type { SpanStyle } from './span-buffer.ts';

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

/** Walks the clean tree, without recursion, and writes what it meets. */
export function toBlocks(root: CleanElement, base: PageBase): BodyBlocks {
  const writer = new BlockWriter();
  const state: WalkState = {
    writer,
    base,
    counters: [],
    isInHead: false,
    unknown: new Map(),
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
      pushChildren(task.node, opened.style, task.literally || task.node.role === 'preformatted');
    }
  }
  const unknown = [...state.unknown].map(([tag, count]) => warnings.unknownTag(tag, count));
  return { blocks: writer.finish(), files: state.files, warnings: [...state.warnings, ...unknown] };
}
