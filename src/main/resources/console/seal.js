// The newest seal of the audit log, and its verification.
import { html, useState } from './preact.js';
import { get } from './api.js';
import { number, words } from './format.js';
import { useLoad } from './load.js';
import { Loaded, ProblemBox, Text, Time } from './parts.js';

const Result = ({ result }) => html`<div class=${result.intact ? 'made' : 'problem'}>
  <strong>${result.intact ? 'The audit log is intact.' : 'The audit log was changed.'}</strong>
  <p>${number(result.events)} events under ${number(result.seals)} seals were verified; ${number(result.unsealed?.events || 0)} events are not sealed yet.</p>
  ${result.findings.length > 0 && html`<ul>${result.findings.map((finding) => html`<li><${Text}>${
    typeof finding === 'string' ? finding : Object.entries(finding).map(([name, value]) => `${words(name)}: ${value}`).join(', ')}<//></li>`)}</ul>`}
</div>`;

export function Seal() {
  const seal = useLoad('/audit-entries/latest-seal', 15);
  const [check, setCheck] = useState({});
  const verify = async () => {
    setCheck({ isBusy: true });
    try {
      setCheck({ result: await get('/audit-entries/verification') });
    } catch (problem) {
      setCheck({ problem });
    }
  };
  const isMissing = seal.problem?.body?.status === 404;
  return html`<section><h2>Seal</h2>
    ${isMissing ? html`<p class="soft">There is no seal yet. Seals are made every few seconds while there are entries.</p>`
      : html`<${Loaded} of=${seal}>${(data) => html`<p>Seal ${number(data.number)}, <${Time} at=${data.sealedAt} relative />, over
        ${number(data.lastEvent)} events, fingerprint <code>${data.fingerprint}</code></p>`}<//>`}
    <button type="button" disabled=${check.isBusy} onClick=${verify}>${check.isBusy ? 'Verifying…' : 'Verify the audit log'}</button>
    <div role="status">${check.result && html`<${Result} result=${check.result} />`}</div>
    <${ProblemBox} problem=${check.problem} /></section>`;
}
