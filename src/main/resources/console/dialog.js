// Dialogs: a form over the page, and the question before a step that stops something.
import { html, useEffect, useRef, useState } from './preact.js';
import { Field, ProblemBox, Text } from './parts.js';

/** The action gets the form's values; the dialog closes after it, and shows its problem otherwise. */
export function FormDialog({ title, submit, isDanger, isDisabled, action, onClose, children }) {
  const dialog = useRef(null);
  const [problem, setProblem] = useState(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current.showModal(), []);

  const onSubmit = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await action(Object.fromEntries(new FormData(event.target)));
      onClose();
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  };

  return html`<dialog ref=${dialog} aria-labelledby="dialog-title" onClose=${onClose}>
    <form onSubmit=${onSubmit}>
      <h2 id="dialog-title">${title}</h2>
      ${children}
      <${ProblemBox} problem=${problem} />
      <div class="actions">
        <button type="button" onClick=${onClose}>Cancel</button>
        <button type="submit" class=${isDanger ? 'danger' : 'primary'} disabled=${isBusy || isDisabled}>${submit}</button>
      </div>
    </form>
  </dialog>`;
}

/** Asks for the name of the client that is affected; its id counts as well, because not every name can be typed. */
export function ConfirmDialog({ title, submit, client, action, onClose, children }) {
  const [typed, setTyped] = useState('');
  const isConfirmed = [client.name, client.id].includes(typed.trim());
  return html`<${FormDialog} title=${title} submit=${submit} isDanger isDisabled=${!isConfirmed} action=${action} onClose=${onClose}>
    ${children}
    <${Field} label="Name or id of the client" hint=${html`Type <${Text}>${client.name}<//> to confirm.`}>
      <input name="confirmation" autocomplete="off" required value=${typed} onInput=${(event) => setTyped(event.target.value)} />
    <//>
  <//>`;
}
