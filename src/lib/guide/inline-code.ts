import type { Element, ElementContent } from 'hast';
import type { InlineCode } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { defaultHandlers } from 'mdast-util-to-hast';

/** A longer word may not fit in a line of the narrowest screen, where it has to break somewhere; it says so. */
const longestWord = 28;

/** Code in running text. Words with a hyphen, such as `New-VMSwitch`, say that they are words: a line does not break in them. */
export function inlineCode(state: State, node: InlineCode): Element {
  const code = defaultHandlers.inlineCode(state, node);
  return node.value.includes('-') ? { ...code, children: code.children.flatMap(wordsIn) } : code;
}

function wordsIn(child: ElementContent): ElementContent[] {
  if (child.type !== 'text') return [child];
  // Blanks between the words are parts, too.
  return child.value.split(/(\s+)/).map((value): ElementContent => {
    const text = { type: 'text' as const, value };
    if (!value.includes('-')) return text;
    const className = value.length > longestWord ? ['long', 'word'] : ['word'];
    return { type: 'element', tagName: 'span', properties: { className }, children: [text] };
  });
}
