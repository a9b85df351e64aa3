import { BOT_CONTEXT_MAKER, EVERYWHERE_MEMBERS, PRELUDE_HEAD } from './prelude/shared-parts';

/**
 * The realm of a transform result script: one JavaScript expression for `ScriptJob.prelude`. Its value gets the input made
 * by `buildTransformJob` and returns the function that gives the output which `readTransformResult` reads.
 * `botContext` is made when the realm is prepared, not for each run: every run begins with it untouched.
 *
 * Input and output have one line of JSON each, and after it the text of `jsonData` as it is: a large document is neither
 * parsed nor escaped unless the script itself asks for it.
 * Source: conversation-builder reference, sections 1.4, 1.5, 5.2, 5.3.
 */
export const TRANSFORM_PRELUDE = `(function () {
  'use strict';
${PRELUDE_HEAD}
  var input = '', lineEnd = 0, responseName = '', statusName = '';
  var response = null, isReplaced = false, setNames = [], setByName = Object.create(null);

  function readResponse() {
    if (!isReplaced && response === null && lineEnd + 1 < input.length) response = { jsonData: input.slice(lineEnd + 1) };
    return response;
  }

  var functions = {
    getBotVariable: function (name) {
      name = toText(name);
      if (name === responseName) return readResponse();
      if (name in setByName) return setByName[name].value;
      if (name === statusName) return facts.status;
      if (has(facts.bot, name)) return facts.bot[name];
      return readField(name);
    },
    setBotVariable: function (name, value, persistForSession, persistForever) {
      name = toText(name);
      value = orNull(value);
      if (name === responseName) { response = value; isReplaced = true; return; }
      if (!(name in setByName)) setNames[setNames.length] = name;
      setByName[name] = { value: value, scope: persistForever ? 'permanent' : persistForSession ? 'session' : 'request' };
    },
${EVERYWHERE_MEMBERS}
  };

  function explain(name) {
    if (conversationNames.indexOf(name) >= 0) {
      return ' is not available in a transform result script.' +
        ' Use it in the pre-process, post-process or process user response code of an interaction.';
    }
    if (name === 'getIntegrationResult' || name === 'transformResult') {
      return ' is not a botContext function.' +
        ' Read the response with JSON.parse(botContext.getBotVariable("' + responseName + '").jsonData).' + responseName + '.';
    }
    return '';
  }
${BOT_CONTEXT_MAKER}

  function giveResponse() {
    if (!isReplaced) return ['unchanged', ''];
    if (response === null || typeof response !== 'object' || isList(response)) return ['not-an-object', ''];
    var text = response.jsonData;
    if (typeof text !== 'string') return ['not-text', ''];
    return ['replaced', text];
  }
  function finish() {
    var given = giveResponse(), variables = '';
    for (var i = 0; i < setNames.length; i++) {
      var name = setNames[i];
      variables += (i ? ',' : '') + '{"name":' + stringify(name) + ',"scope":"' + setByName[name].scope + '","value":' + toJson(setByName[name].value, 'bot variable “' + name + '”') + '}';
    }
    return '{"response":"' + given[0] + '","variables":[' + variables + ']}\\n' + given[1];
  }
  return function (text) {
    input = text;
    lineEnd = input.indexOf('\\n');
    facts = parse(input.slice(0, lineEnd));
    system = facts.system;
    responseName = 'api_' + facts.responseVariable;
    statusName = responseName + 'Status';
    return finish;
  };
})()`;
