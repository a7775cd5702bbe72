import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const MARKER = /^\[([ xX])\][ \t]+(?=\S)/;

/** List items that begin with `[ ]` or `[x]` show a check box. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'task_list', markTasks);
}

function markTasks(state: StateCore): void {
  const openLists: Token[] = [];
  for (const [at, token] of state.tokens.entries()) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') openLists.push(token);
    if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') openLists.pop();
    if (token.type !== 'list_item_open') continue;

    const paragraph = state.tokens[at + 1];
    const text = state.tokens[at + 2];
    const marker =
      paragraph?.type === 'paragraph_open' && text?.type === 'inline' && MARKER.exec(text.content);
    if (!marker) continue;
    text.content = text.content.slice(marker[0].length);
    text.meta = { task: marker[1] === ' ' ? 'open' : 'done' };
    token.attrSet('class', 'task-list-item');
    openLists.at(-1)?.attrSet('class', 'contains-task-list');
  }
}

/** Adds the boxes once the text is parsed; a rule of its own, because inline parsing fills the children from the start. */
export function taskBoxes(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_box', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline' || !token.meta?.task) continue;
      const box = new state.Token('task_box', 'input', 0);
      box.attrs = [
        ['class', 'task-list-item-checkbox'],
        ['type', 'checkbox'],
        ['disabled', ''],
      ];
      if (token.meta.task === 'done') box.attrPush(['checked', '']);
      const gap = new state.Token('text', '', 0);
      gap.content = ' ';
      token.children = [box, gap, ...(token.children ?? [])];
    }
  });
}
