'use strict';

// A plugin of Swagger UI: keeps the key for the session of the browser tab, offers the sandbox's demo key, and folds problems.
window.GatewayPlugin = function ({ React }) {
  const stored = 'gateway-authorization';
  const demoKey = document.getElementById('gateway-bar').dataset.key;
  const h = React.createElement;

  const authorize = (original) => (payload) => {
    sessionStorage.setItem(stored, JSON.stringify(payload));
    return original(payload);
  };

  const logout = (original) => (names) => {
    sessionStorage.removeItem(stored);
    return original(names);
  };

  const HttpAuth = (Original, system) => (props) => {
    const { name, schema, authorized } = props;
    const isOffered = demoKey && !(authorized && authorized.get(name));
    const use = () => system.authActions.authorize({ [name]: { name, schema: schema.toJS(), value: demoKey } });
    return h('div', null, h(Original, props),
      isOffered && h('button', { type: 'button', className: 'btn gateway-demo-key', onClick: use }, 'Use the demo key of the sandbox'));
  };

  const response = (Original) => function Response(props) {
    const [isOpen, setOpen] = React.useState(false);
    if (isOpen || !/^[45]/.test(props.code)) {
      return h(Original, props);
    }
    return h('tr', { className: 'response gateway-folded', 'data-code': props.code },
      h('td', { className: 'response-col_status' }, props.code),
      h('td', { className: 'response-col_description', colSpan: 2 },
        h('button', { type: 'button', className: 'gateway-unfold', onClick: () => setOpen(true) },
          props.response.get('description') || 'Problem')));
  };

  return {
    statePlugins: { auth: { wrapActions: { authorize, logout } } },
    wrapComponents: { HttpAuth, response },
    afterLoad(system) {
      const former = sessionStorage.getItem(stored);
      if (former) {
        system.authActions.authorize(JSON.parse(former));
      }
    },
  };
};
