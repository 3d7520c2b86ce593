// The field for the key, which the session storage of this tab keeps. The sandbox offers its demo key.
import { html } from './preact.js';
import { state, useKey } from './api.js';
import { Field } from './parts.js';

export function KeyForm() {
  const { demoKey } = document.body.dataset;
  const submit = (event) => {
    event.preventDefault();
    useKey(new FormData(event.target).get('key').trim());
  };
  return html`<main class="key">
    <h1>Leeloo Gateway</h1>
    <form onSubmit=${submit}>
      ${state.reason && html`<div class="problem" role="alert"><strong>Enter another key</strong><p>${state.reason}</p></div>`}
      <${Field} label="API key" hint="Stays in this tab until it is closed. The panels show what the scopes of the key allow.">
        <input name="key" type="password" autocomplete="off" required maxlength="5000" pattern="\\s*[\\x21-\\x7e]+\\s*"
          title="an API key without blanks" />
      <//>
      <div class="actions">
        ${demoKey && html`<button type="button" onClick=${() => useKey(demoKey)}>Use the demo key of the sandbox</button>`}
        <button type="submit" class="primary">Open the console</button>
      </div>
    </form>
    <p class="soft"><a href="/docs/keys">What a key is</a> · <a href="/swagger-ui.html">Swagger UI</a> · <a href="/problems">Problems</a></p>
  </main>`;
}
