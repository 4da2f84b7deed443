/** A line above the panel: what the host has to say beside the answer to a command. It stays until it is closed, or something newer is said. */

/** Says `text`; `close` is the name of the button that takes it away. `toCopy` stands in it, chosen, for whoever copies it. */
export function notice(text: string, close: string, toCopy = ''): void {
  const place = document.getElementById('notices') as HTMLElement;
  const note = make('div', 'note info', '');
  const button = make('button', 'button quiet', close);
  button.type = 'button';
  button.onclick = () => place.replaceChildren();
  note.append(make('p', '', text), button);
  place.replaceChildren(note);
  if (toCopy === '') return;
  const field = make('textarea', '', toCopy);
  field.readOnly = true;
  field.setAttribute('aria-label', text);
  place.append(field);
  field.select();
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, textContent: string): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), { className, textContent });
}
